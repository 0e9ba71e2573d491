import { findMessage, formatNumber, formatPartialDate, useT, useView } from '~/platform/i18n/index.ts';
import { formatQualified, SaidIn, type FactShown } from '~/sheets/index.ts';
import { Figures, Section, StateMark } from '~/ui/index.ts';
import { messages } from '../messages.ts';

/** Figures as their source gives them: about or exactly, seen when, written where, and out of date when they are. */
export function NetworkFigures({ facts }: { facts: readonly FactShown[] }) {
  const t = useT(messages);
  if (!facts.length) return null;
  return (
    <Section title={t('figures.title')} id="chiffres">
      <Figures items={facts.toSorted((a, b) => Number(a.outdated) - Number(b.outdated)).map((fact) => ({ value: <Value fact={fact} />, label: <Label fact={fact} />, rule: <Rule fact={fact} /> }))} />
    </Section>
  );
}

function Value({ fact }: { fact: FactShown }) {
  const { lang } = useView();
  const number = Number(fact.value);
  if (Number.isNaN(number)) return <>{fact.value}</>;
  return <>{fact.unit === '%' ? formatNumber(lang, number / 100, { style: 'percent' }) : formatNumber(lang, number)}</>;
}

/** « près de » comes before the figure in a sentence: said with the label, since the figure stands alone. */
function Label({ fact }: { fact: FactShown }) {
  const { lang } = useView();
  const t = useT(messages);
  const label = findMessage(messages, lang, `figure.${fact.field}`) ?? fact.label ?? fact.field;
  const qualifier = fact.qualifier ?? 'exact';
  return (
    <>
      {label}
      {qualifier !== 'exact' && <span class="figure-qualifier"> ({formatQualified(lang, fact.value, fact.qualifier)})</span>}
      {fact.outdated && (
        <>
          {' '}
          <StateMark status="a-actualiser" word={t('figures.outdated')} />
        </>
      )}
    </>
  );
}

function Rule({ fact }: { fact: FactShown }) {
  const { lang } = useView();
  const t = useT(messages);
  const [source] = fact.sources;
  return (
    <>
      {fact.observed
        ? t('figures.observed', { date: formatPartialDate(lang, fact.observed) })
        : source?.published
          ? t('figures.notObservedDated', { date: formatPartialDate(lang, source.published) })
          : t('figures.notObserved')}{' '}
      {fact.note && <span lang="fr">{fact.note} </span>}
      {source && <SaidIn label={t('figures.source')} sources={[source]} />}
    </>
  );
}
