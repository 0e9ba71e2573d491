import { useT, useView } from '~/platform/i18n/index.ts';
import { change, dimensions, labelOf, toQuery, type Dimension, type Question } from '~/sheets/ask/index.ts';
import { Facets } from '~/ui/index.ts';
import { sayReading } from '../asking.ts';
import { messages } from '../messages.ts';
import { paths } from '../paths.ts';
import type { ReadAnswer } from '../reading.ts';

const shown = 12;
const unfolded: readonly Dimension[] = ['kind', 'type', 'zone'];

/** What a value of a count changes in the question. */
export function narrowing(dimension: Dimension, value: string): Partial<Question> {
  if (dimension === 'decade') return { from: value, to: String(Number(value) + 9) };
  return dimension === 'kind' ? { kind: value, type: undefined } : { [dimension]: value };
}

/** Counted ways to narrow the question; the chosen one leads back. */
export function AnswerFacets({ read }: { read: ReadAnswer }) {
  const t = useT(messages);
  const { lang, to } = useView();
  const { question } = read.resolved;
  const isChosen = (dimension: Dimension, value: string) => (dimension === 'decade' ? question.from === value && question.to === String(Number(value) + 9) : question[dimension] === value);
  const release = (dimension: Dimension): Partial<Question> => (dimension === 'decade' ? { from: undefined, to: undefined } : { [dimension]: undefined });
  return (
    <nav aria-label={t('facets.title')}>
      <h2 class="legend-title">{t('facets.title')}</h2>
      <Facets
        groups={dimensions.map((dimension) => ({
          title: t(`facets.${dimension}`),
          folded: !unfolded.includes(dimension),
          items: read.answer.facets[dimension].slice(0, dimension === 'sdg' || dimension === 'decade' ? undefined : shown).map(({ value, count }) => {
            const current = isChosen(dimension, value);
            const query = toQuery(change(question, current ? release(dimension) : narrowing(dimension, value)), sayReading(read.reading));
            return { label: labelOf(dimension, value, lang, question.kind), n: count, current, href: to(paths.show.href({}) + query) };
          }),
        }))}
      />
    </nav>
  );
}
