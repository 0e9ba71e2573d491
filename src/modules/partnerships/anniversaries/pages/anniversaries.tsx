import { useT, useView } from '~/platform/i18n/index.ts';
import { Page } from '~/sheets/index.ts';
import { Band, Breadcrumb, Hero, Section } from '~/ui/index.ts';
import { messages } from '../../messages.ts';
import { paths } from '../../paths.ts';
import type { PartnershipSummary } from '../../queries.ts';
import { AnniversaryList } from './list.tsx';
import { pickAnniversaries } from '../queries.ts';

/** This year and the next; what has no known year is counted, not guessed. */
export function AnniversariesPage({ partnerships }: { partnerships: PartnershipSummary[] }) {
  const t = useT(messages);
  const { today, to } = useView();
  const year = Number(today.slice(0, 4));
  const missing = partnerships.filter((one) => !one.start).length;
  return (
    <Page title={t('anniversaries.title')} section="agenda" description={t('anniversaries.lede')}>
      <Breadcrumb items={[{ href: to(paths.list.href({})), label: t('menu.partnerships') }, { label: t('anniversaries.title') }]} />
      <Hero title={t('anniversaries.title')} lede={t('anniversaries.lede')} />
      <Band tone="blush">
        <Section title={t('anniversaries.this', { year: String(year) })}>
          <AnniversaryList items={pickAnniversaries(partnerships, year)} year={year} />
        </Section>
      </Band>
      <Section title={t('anniversaries.next', { year: String(year + 1) })}>
        <AnniversaryList items={pickAnniversaries(partnerships, year + 1)} year={year + 1} />
      </Section>
      <Section title={t('anniversaries.rule')}>
        <p>{t('anniversaries.meaning')}</p>
        <p>{t('anniversaries.missing', { n: missing, total: partnerships.length })}</p>
      </Section>
    </Page>
  );
}
