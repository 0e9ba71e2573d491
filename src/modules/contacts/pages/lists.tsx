import { useT, useView } from '~/platform/i18n/index.ts';
import { Page, type Body } from '~/sheets/index.ts';
import { Breadcrumb, Button, ErrorSummary, Field, Hero, Pager, Section, SheetList } from '~/ui/index.ts';
import type { InvitationShown } from '../invitations/queries.ts';
import { messages } from '../messages.ts';
import { paths } from '../paths.ts';
import type { Contact, ListLine } from '../queries.ts';
import { pageSize } from '../rules.ts';

export interface ListsPageProps {
  body: Body;
  lists: readonly ListLine[];
  contacts: readonly Contact[];
  total: number;
  sent: readonly InvitationShown[];
  page: number;
  typed?: string;
  fault?: 'name.missing' | 'name.long' | 'name.taken' | 'lists.many';
}

/** R138: the lists of the body that one acts for, its contacts, what it sent. */
export function ListsPage({ body, lists, contacts, total, sent, page, typed, fault }: ListsPageProps) {
  const t = useT(messages);
  const { to } = useView();
  const error = fault && t(`fault.${fault}`);
  return (
    <Page title={t('title')} noIndex edit>
      <Hero size="title" title={t('title')} lede={t('lede', { body: body.title })} actions={<Gestures total={total} />} />
      <ErrorSummary errors={error ? [{ name: 'nom', message: error }] : []} />
      <Section id="listes" title={t('lists')}>
        {lists.length > 0 ? <SheetList items={lists.map((one) => ({ href: to(paths.list.href({ id: one.id })), title: one.name, right: t('list.count', { n: one.contacts }) }))} /> : <p>{t('lists.none')}</p>}
        <form class="inline-form" method="post" action={to(paths.createList.href({}))}>
          <Field name="nom" label={t('list.name')} hint={t('list.name.hint')} value={typed} error={error} />
          <Button kind="outline">{t('list.create')}</Button>
        </form>
      </Section>
      <Section id="invitations" title={t('sent')}>
        {sent.length > 0 ? (
          <SheetList items={sent.map((one) => ({ href: to(paths.invitation.href({ id: one.id })), title: one.meeting.title, meta: t('sent.line', { answered: one.yes + one.no, yes: one.yes, no: one.no, silent: one.silent, invited: one.invited }) }))} />
        ) : <p>{t('sent.none')}</p>}
      </Section>
      {total > 0 && (
        <Section id="contacts" title={t('all', { n: total })}>
          <Contacts contacts={contacts} total={total} page={page} href={(n) => paths.lists.href({}, { page: n > 1 ? n : undefined })} />
        </Section>
      )}
    </Page>
  );
}

function Gestures({ total, list }: { total: number; list?: string }) {
  const t = useT(messages);
  const { to } = useView();
  return (
    <>
      {total > 0 && <Button href={to(paths.invite.href({}, { liste: list }))}>{t('invite')}</Button>}
      <Button kind="outline" href={to(paths.create.href({}, { liste: list }))}>{t('contact.new')}</Button>
      <Button kind="outline" href={to(paths.paste.href({}, { liste: list }))}>{t('paste')}</Button>
    </>
  );
}

function Contacts({ contacts, total, page, href }: { contacts: readonly Contact[]; total: number; page: number; href: (page: number) => string }) {
  const t = useT(messages);
  const { to } = useView();
  return (
    <>
      <SheetList items={contacts.map((one) => ({ href: to(paths.contact.href({ id: one.id })), title: one.name || one.mail, meta: [one.name ? one.mail : null, one.function, one.organisation].filter(Boolean).join(' · ') }))} />
      <Pager prevHref={page > 1 ? to(href(page - 1)) : null} nextHref={page * pageSize < total ? to(href(page + 1)) : null} />
      {contacts.length === 0 && <p>{t('list.empty')}</p>}
    </>
  );
}

export function ListPage({ list, contacts, total, page }: { list: ListLine; contacts: readonly Contact[]; total: number; page: number }) {
  const t = useT(messages);
  const { to } = useView();
  return (
    <Page title={list.name} noIndex>
      <Breadcrumb items={[{ href: to(paths.lists.href({})), label: t('title') }, { label: list.name }]} />
      <Hero size="title" title={list.name} lede={t('list.count', { n: total })} actions={<Gestures total={total} list={list.id} />} />
      <Section title={t('list.people')}>
        <Contacts contacts={contacts} total={total} page={page} href={(n) => paths.list.href({ id: list.id }, { page: n > 1 ? n : undefined })} />
      </Section>
      <form class="quiet-form" method="post" action={to(paths.removeList.href({ id: list.id }))}>
        <Button kind="outline">{t('list.remove')}</Button>
        <p class="hint">{t('list.remove.hint')}</p>
      </form>
    </Page>
  );
}
