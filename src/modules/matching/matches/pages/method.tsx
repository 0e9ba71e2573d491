import { formatNumber, useT, useView } from '~/platform/i18n/index.ts';
import { Page } from '~/sheets/index.ts';
import { DataTable, Hero, Section } from '~/ui/index.ts';
import { messages } from '../../messages.ts';
import { groupSizes, keptPairs, leastLesson, leastPoints, lesson, nearKm, reasons, sizeRatio, weights } from '../../weights.ts';

/** The whole method, drawn from the file that the computation reads: no figure is written twice. */
export function MethodPage({ members }: { members: number }) {
  const t = useT(messages);
  const { lang } = useView();
  const n = (value: number) => formatNumber(lang, value);
  const percent = (value: number) => formatNumber(lang, value, { style: 'percent' });
  return (
    <Page title={t('method.title')} section="observatoire" description={t('method.lede')}>
      <Hero size="title" title={t('method.title')} lede={t('method.lede')} />
      <Section title={t('method.reasons')} lede={t('method.reasons.lede')}>
        <DataTable
          caption={t('method.reasons')}
          hideCaption
          columns={[{ label: t('method.reason'), head: true }, { label: t('method.first'), numeric: true }, { label: t('method.next'), numeric: true }, { label: t('method.most'), numeric: true }, { label: t('method.alone') }]}
          rows={reasons.map((code) => [t(`method.${code}`, { ratio: n(sizeRatio), km: n(nearKm) }), n(weights[code].first), weights[code].next ? n(weights[code].next) : '—', n(weights[code].most), t(weights[code].alone ? 'method.yes' : 'method.no')])}
        />
      </Section>
      <Section title={t('method.rules')}>
        <ul>
          <li>{t('method.least', { n: n(leastPoints) })}</li>
          <li>{t('method.kept', { n: n(keptPairs) })}</li>
          <li>{t('method.groups', { least: n(groupSizes.least), most: n(groupSizes.most) })}</li>
          <li>{t('method.sources')}</li>
          <li>{t('method.who', { n: members })}</li>
        </ul>
      </Section>
      <Section title={t('method.lesson')}>
        <p>{t('method.lesson.text', { lost: percent(1 - lesson), least: percent(leastLesson) })}</p>
        <p>{t('method.lesson.hidden')}</p>
      </Section>
      <Section title={t('method.when')}>
        <p>{t('method.when.text')}</p>
      </Section>
    </Page>
  );
}
