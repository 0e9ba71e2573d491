import { findMessage, formatDay, useT, useView } from '~/platform/i18n/index.ts';
import { labelOfType, Page, sheetHref } from '~/sheets/index.ts';
import { Breadcrumb, Button, DefinitionList, ErrorSummary, Field, Hero, Section } from '~/ui/index.ts';
import { messages } from '../messages.ts';
import { paths } from '../paths.ts';
import type { ClaimProps } from './claim-props.ts';
import { AuthorPart } from './author.tsx';
import { Declared, ReviewerPart } from './reviewer.tsx';
import { KeepingLine } from './keeping.tsx';

/** One request: its author follows it, somebody answers it, those who keep the sheet may object. */
export function ClaimPage(props: ClaimProps) {
  const t = useT(messages);
  const { lang, to } = useView();
  const { claim, seat, authority, refused } = props;
  const title = t(claim.missing ? 'claim.title.missing' : 'claim.title', { name: claim.title });
  const message = refused && useRefusal(refused.error);
  return (
    <Page title={title} section="observatoire" noIndex>
      <Breadcrumb items={[seat === 'reviewer' ? { href: to(paths.queue.href({})), label: t('queue.title') } : { href: to(paths.find.href({})), label: t('find.title') }, { label: claim.title }]} />
      <Hero title={title} eyebrow={[labelOfType('territory', claim.type, lang), claim.context].filter(Boolean).join(' · ')} size="title">
        {authority && <KeepingLine authority={authority} />}
        {claim.slug && <p><a href={to(sheetHref('territory', claim.slug))}>{t('claim.sheet')}</a></p>}
      </Hero>
      <ErrorSummary errors={message ? [{ name: refused.field, message }] : []} />
      <DefinitionList
        items={[
          [t('claim.state'), findMessage(messages, lang, `state.${claim.state}`)],
          [t('claim.since'), <time key="since" dateTime={claim.createdAt.slice(0, 10)}>{formatDay(lang, claim.createdAt.slice(0, 10), { day: 'numeric', month: 'long', year: 'numeric' })}</time>],
          [t('claim.as'), t(`role.${claim.role}`)],
          [t('claim.function'), claim.function],
          claim.service !== null && [t('claim.service'), claim.service],
          claim.reason !== null && seat !== 'keeper' && [t('claim.reason'), claim.reason],
        ]}
      />
      {claim.missing && <Declared {...props} />}
      {seat === 'author' && <AuthorPart {...props} />}
      {seat === 'reviewer' && <ReviewerPart {...props} message={message} />}
      {seat === 'keeper' && <KeeperPart {...props} message={message} />}
    </Page>
  );
}

/** Somebody who keeps the sheet already: the function is shown, not the name. */
function KeeperPart({ claim, refused, message }: ClaimProps & { message: string | undefined }) {
  const t = useT(messages);
  const { to } = useView();
  if (claim.state !== 'requested' && claim.state !== 'granted') return null;
  return (
    <Section title={t('keeper.title')} lede={t('keeper.lede')}>
      <form method="post" action={to(paths.objection.href({ id: claim.id }))} class="claim-form">
        <Field type="textarea" rows={4} name="motif" label={t('keeper.reason')} hint={t('keeper.hint')} value={refused?.typed.motif} error={message} />
        <p class="actions"><Button kind="outline">{t('keeper.do')}</Button></p>
      </form>
    </Section>
  );
}

/** A refusal of ours, or one of the territory's own form, in words. */
function useRefusal(code: string): string {
  const t = useT(messages);
  const { lang } = useView();
  return findMessage(messages, lang, code) ?? t('error.form');
}
