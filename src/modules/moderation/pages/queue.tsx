import type { ComponentChildren } from 'preact';
import { formatDay, useT, useView } from '~/platform/i18n/index.ts';
import { labelOfKind, Page } from '~/sheets/index.ts';
import { Button, Empty, Hero, MoreLink, Section, SheetList } from '~/ui/index.ts';
import { messages } from '../messages.ts';
import { paths } from '../paths.ts';
import type { Measure, Publication, Report } from '../queries.ts';
import { dayOf } from '../rules.ts';
import { MeasureDetail } from './measure.tsx';

export function QueuePage({ publications, reports, appeals }: { publications: Publication[]; reports: Report[]; appeals: Measure[] }) {
  const t = useT(messages);
  const { lang, to } = useView();
  const day = (at: string) => formatDay(lang, dayOf(at), { dateStyle: 'long' });
  const pile = (title: string, lede: string, items: { href: string; title: string; meta: string; right?: ComponentChildren }[]) =>
    items.length > 0 && (
      <Section title={title} lede={lede} rule>
        <SheetList items={items} />
      </Section>
    );
  const written = (what: Publication['what']) =>
    publications.filter((one) => one.what === what).map((one) => ({
      href: to(paths.publication.href({ id: one.id })), title: one.title, right: labelOfKind(one.kind, lang),
      meta: one.body ? t('queue.by', { author: one.author, body: one.body, date: day(one.at) }) : t('queue.by.alone', { author: one.author, date: day(one.at) }),
    }));
  return (
    <Page title={t('queue.title')} noIndex>
      <Hero title={t('queue.title')} size="title" lede={t('queue.lede')} />
      {publications.length + reports.length + appeals.length === 0 && <Empty title={t('queue.empty')} />}
      {pile(t('queue.appeals'), t('queue.appeals.lede'), appeals.map((one) => ({ href: to(paths.appealShown.href({ id: one.id })), title: one.title, meta: t(`measure.${one.what}`), right: day(one.appealedAt ?? one.at) })))}
      {pile(t('queue.reports'), t('queue.reports.lede'), reports.map((one) => ({ href: to(paths.reportShown.href({ id: one.id })), title: one.title, meta: t(`reason.${one.reason}`), right: day(one.at) })))}
      {pile(t('queue.sheets'), t('queue.sheets.lede'), written('sheet'))}
      {pile(t('queue.corrections'), t('queue.corrections.lede'), written('correction'))}
      <MoreLink href={to(paths.log.href({}))}>{t('log.title')}</MoreLink>
    </Page>
  );
}

export function LogPage({ measures }: { measures: Measure[] }) {
  const t = useT(messages);
  const { to } = useView();
  return (
    <Page title={t('log.title')} noIndex>
      <Hero title={t('log.title')} size="title" lede={t('log.lede')} />
      {measures.length === 0 && <Empty title={t('log.empty')} />}
      {measures.map((measure) => (
        <Section key={measure.id} title={measure.title} rule>
          <MeasureDetail measure={measure} />
          {measure.liftedAt === null && (
            <form method="post" action={to(paths.lifting.href({ id: measure.id }))}>
              <div class="actions"><Button kind="outline">{t('log.lift')}</Button></div>
            </form>
          )}
        </Section>
      ))}
    </Page>
  );
}
