import { formatPartialDate, useT, useView } from '~/platform/i18n/index.ts';
import { commonPaths, Page } from '~/sheets/index.ts';
import { Button, DataTable, Hero, Section } from '~/ui/index.ts';
import { messages } from '../messages.ts';
import { paths } from '../paths.ts';
import type { AccessKept, ExportKept } from '../queries.ts';
import { PartList, type Parts } from './parts.tsx';

export interface DataPageProps {
  parts: Parts;
  accesses: readonly AccessKept[];
  exports: readonly ExportKept[];
}

/** What is kept of me, who read it, taking it away, leaving. */
export function DataPage({ parts, accesses, exports }: DataPageProps) {
  const t = useT(messages);
  const { to, lang } = useView();
  const day = (at: string) => formatPartialDate(lang, { value: at.slice(0, 10), precision: 'day' });
  return (
    <Page title={t('data.title')} noIndex>
      <Hero title={t('data.title')} size="title" lede={t('data.lede')} />
      <Section id="lectures" title={t('accesses.title')} lede={t('accesses.lede')}>
        {accesses.length === 0 ? (
          <p>{t('accesses.none')}</p>
        ) : (
          <DataTable
            caption={t('accesses.title')}
            hideCaption
            columns={[{ label: t('accesses.when') }, { label: t('accesses.who'), head: true }, { label: t('accesses.what') }]}
            rows={accesses.map((one) => [day(one.at), one.body ? t('accesses.by', { function: one.reader, body: one.body }) : one.reader, t(`accesses.${wordOf(one.what)}`)])}
          />
        )}
      </Section>
      <Section id="export" title={t('export.title')} lede={t('export.lede')}>
        <form method="post" action={to(paths.askExport.href({}))}>
          <Button kind="outline">{t('export.ask')}</Button>
        </form>
        {exports.length > 0 && (
          <ul class="plain roomy">
            {exports.map((one) => (
              <li key={one.id}>
                <a href={to(paths.export.href({ id: one.id }))}>{t('export.of', { day: day(one.askedAt) })}</a> {t(`export.${one.state}`)}
              </li>
            ))}
          </ul>
        )}
      </Section>
      <Section id="registre" title={t('register.title')} lede={t('register.lede')}>
        <PartList parts={parts} />
      </Section>
      <Section id="partir" title={t('leave.title')}>
        <p>
          <a href={to(commonPaths.card.href({}))}>{t('data.card')}</a>
        </p>
        <p>
          <a href={to(paths.leave.href({}))}>{t('leave.link')}</a>
        </p>
      </Section>
    </Page>
  );
}

const words = ['card', 'participants', 'export', 'roles'] as const;
const wordOf = (what: string) => words.find((one) => one === what) ?? 'card';
