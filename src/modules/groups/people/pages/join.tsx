import { formatPartialDate, useT, useView } from '~/platform/i18n/index.ts';
import { commonPaths, Page } from '~/sheets/index.ts';
import { Breadcrumb, Button, ErrorSummary, Field, Hero, Note } from '~/ui/index.ts';
import { messages } from '../../messages.ts';
import { paths } from '../../paths.ts';
import type { Group } from '../../queries.ts';
import { dayOf } from '../../rules.ts';
import type { Door } from '../door.ts';

export interface JoinPageProps {
  group: Group;
  door: Door;
  typed?: { body: string; word: string };
  errors?: readonly { name: 'pour' | 'mot'; key: 'error.body' | 'error.requests.many' }[];
}

/** How one comes into a group, and for whom. */
export function JoinPage({ group, door, typed = { body: '', word: '' }, errors = [] }: JoinPageProps) {
  const t = useT(messages);
  const { lang, to } = useView();
  const shown = errors.map(({ name, key }) => ({ name, message: t(key) }));
  const errorOf = (name: string) => shown.find((error) => error.name === name)?.message;
  const title = t('join.title');
  const asks = door.comers.some(({ way }) => way === 'request');
  return (
    <Page title={errors.length ? t('form.refused', { title }) : title} section="groupes" noIndex>
      <Breadcrumb items={[{ href: to(paths.list.href({})), label: t('list.title') }, { href: to(paths.show.href({ slug: group.slug })), label: group.title }, { label: title }]} />
      <Hero title={title} size="small" eyebrow={<span lang="fr">{group.title}</span>} lede={t(`join.how.${group.reserved.length ? 'reserved' : group.joining}`)} />
      <ErrorSummary errors={shown} />
      {door.invitation && <Note tone="context" title={t('join.invited')}><p><a href={to(paths.invitation.href({ id: door.invitation }))}>{t('join.answer')}</a></p></Note>}
      {door.declined && !door.request && <Note tone="plain" title={t('join.declined', { by: door.declined.by ?? '' })}>{door.declined.answer && <p lang="fr">{door.declined.answer}</p>}</Note>}
      {door.request ? (
        <Note tone="confirm" title={t('join.waits', { date: formatPartialDate(lang, dayOf(door.request.since)) })}>
          <p>{t('join.waits.text')}</p>
          <form method="post" action={to(paths.withdrawRequest.href({ slug: group.slug, id: door.request.id }))}>
            <Button kind="outline">{t('join.takeBack')}</Button>
          </form>
        </Note>
      ) : door.comers.length > 0 ? (
        <form method="post" action={to(paths.join.href({ slug: group.slug }))} class="form">
          {door.comers.length > 1 ? (
            <Field type="radio" name="pour" label={t('join.for')} options={door.comers.map(({ body, way }) => [body.id, t(`join.for.${way}`, { body: body.title })] as const)} value={typed.body} error={errorOf('pour')} />
          ) : (
            <p>{t('join.forOne', { body: door.comers[0]!.body.title })}</p>
          )}
          {asks && <Field type="textarea" rows={3} name="mot" label={t('join.word')} hint={t('join.word.hint')} optional value={typed.word} maxLength={1000} error={errorOf('mot')} />}
          <p class="hint">{t('join.seen')}</p>
          <p class="actions">
            <Button>{t(!asks ? 'join.do' : door.comers.every(({ way }) => way === 'request') ? 'join.ask' : 'join.send')}</Button>
            <Button kind="plain" href={to(paths.show.href({ slug: group.slug }))}>{t('back')}</Button>
          </p>
        </form>
      ) : (
        !door.invitation && <p>{t(group.joining === 'invitation' ? 'join.onlyInvited' : 'join.noBody')} {group.joining !== 'invitation' && <a href={to(commonPaths.claims.href({}))}>{t('join.claim')}</a>}</p>
      )}
    </Page>
  );
}
