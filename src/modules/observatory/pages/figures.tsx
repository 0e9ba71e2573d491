import { formatNumber, useT, useView } from '~/platform/i18n/index.ts';
import { themeName, zoneName } from '~/reference/index.ts';
import { change, labelOf, toQuery, type AnswerRow, type Dimension, type Filter } from '~/sheets/ask/index.ts';
import { BarChart, DataTable, KindSign, LinkSign, Section, type Bar } from '~/ui/index.ts';
import { messages } from '../messages.ts';
import { paths } from '../paths.ts';
import type { ReadAnswer } from '../reading.ts';
import { narrowing } from './facets.tsx';
import { signOfType } from './signs.ts';

const charts: readonly Dimension[] = ['kind', 'type', 'state', 'zone', 'country', 'theme', 'sdg'];
const rules: Partial<Record<Dimension, 'figures.zone.rule' | 'figures.theme.rule'>> = { zone: 'figures.zone.rule', theme: 'figures.theme.rule' };
const shown = 20;

/** The answer in figures; each is the address of what it counts. */
export function FiguresReading({ read }: { read: ReadAnswer }) {
  const t = useT(messages);
  const { question } = read.resolved;
  // a dimension that the question has chosen counts what is outside the answer: that is for the list's margin
  const counted = charts.filter((dimension) => read.answer.facets[dimension].length > 0 && !(dimension in question && question[dimension as Filter]));
  return (
    <>
      <p class="section-lede">{counted.length ? t('figures.rule') : t('figures.none')}</p>
      <div class="charts">
        <Decades read={read} title={t('figures.decade.title')} />
        {counted.map((dimension) => (
          <Chart key={dimension} read={read} dimension={dimension} />
        ))}
      </div>
      <CrossTable read={read} />
    </>
  );
}

function Chart({ read, dimension }: { read: ReadAnswer; dimension: Dimension & keyof typeof titles }) {
  const t = useT(messages);
  const rule = rules[dimension];
  return (
    <Section id={dimension} title={t(`figures.${titles[dimension]}`)} lede={rule && t(rule)}>
      <BarChart caption={t(`figures.${titles[dimension]}`)} hideCaption heads={[t(`facets.${dimension}`), t('figures.n')]} rows={useBars(read, dimension).slice(0, shown)} />
    </Section>
  );
}

const titles = { kind: 'kind', type: 'type', state: 'state', zone: 'zone', country: 'country', theme: 'theme', sdg: 'sdg', decade: 'decade' } as const;

function useBars(read: ReadAnswer, dimension: Dimension): Bar[] {
  const { lang, to } = useView();
  const { question } = read.resolved;
  return read.answer.facets[dimension].map(({ value, count }) => ({
    label: labelOf(dimension, value, lang, question.kind),
    n: count,
    value: formatNumber(lang, count),
    href: to(paths.show.href({}) + toQuery(change(question, narrowing(dimension, value)), { lecture: 'liste' })),
  }));
}

const drawnOneByOne = 60;

/** Years of departure by decade; while they can be seen at a glance, one sign for each sheet. */
export function Decades({ read, title }: { read: ReadAnswer; title?: string }) {
  const t = useT(messages);
  const { lang } = useView();
  const { rows, answer } = read;
  const bars = useBars(read, 'decade');
  const oneByOne = rows.length === answer.total && rows.length <= drawnOneByOne;
  const dated = answer.facets.decade.reduce((sum, { count }) => sum + count, 0);
  if (!bars.length) return null;
  const caption = t(oneByOne ? 'figures.decades.signs' : 'figures.decades');
  return (
    <section class="observatory-decades">
      <h2>{title ?? t('figures.title')}</h2>
      <p class="section-lede">{caption}</p>
      <BarChart
        caption={caption}
        hideCaption
        heads={[t('figures.decade'), t('figures.n')]}
        rows={bars.map((bar, index) => ({ ...bar, label: labelOf('decade', answer.facets.decade[index]!.value, lang), signs: oneByOne ? signsOf(rows, answer.facets.decade[index]!.value) : undefined }))}
      />
      {!read.resolved.question.from && !read.resolved.question.to && <p class="quiet">{t('figures.unknown', { n: answer.total - dated })}</p>}
    </section>
  );
}

function signsOf(rows: readonly AnswerRow[], decade: string) {
  const those = rows.filter((row) => row.start?.value.slice(0, 3) === decade.slice(0, 3));
  const order = [...those].sort((a, b) => Number(b.type === 'jumelage') - Number(a.type === 'jumelage'));
  return <span class="signs-row">{order.map((row) => (row.kind === 'partnership' ? <LinkSign key={row.id} kind={signOfType(row.type)} bare /> : <KindSign key={row.id} kind={row.kind} />))}</span>;
}

function CrossTable({ read: { cross } }: { read: ReadAnswer }) {
  const t = useT(messages);
  const { lang } = useView();
  if (!cross) return null;
  return (
    <Section id="croisement" title={t('figures.cross')} lede={t('figures.cross.rule')}>
      <DataTable
        caption={t('figures.cross')}
        hideCaption
        columns={[{ label: t('figures.cross.theme'), head: true }, ...cross.continents.map((zone) => ({ label: zoneName(zone, lang), numeric: true }))]}
        rows={cross.rows.map(({ theme, counts }) => [themeName(theme, lang), ...counts.map((n) => (n ? formatNumber(lang, n) : '–'))])}
      />
    </Section>
  );
}
