import { commonPaths } from './paths.ts';
import { formatPartialDate, useT, useView } from '~/platform/i18n/index.ts';
import { MarginNote, StateMark } from '~/ui/index.ts';
import type { FactShown } from './frame.ts';
import { messages } from './messages.ts';
import { formatQualified } from './qualifier.ts';

/** Figures that documents give about the thing of a sheet: `figure.<id>`, whatever the module that keeps the sheet. */
export function MarginFigures({ facts }: { facts: readonly FactShown[] }) {
  const t = useT(messages);
  const figures = facts.filter((fact) => fact.field.startsWith('figure.'));
  if (!figures.length) return null;
  return (
    <MarginNote title={t('figures.title')}>
      <dl class="margin-figures">
        {figures.map((fact) => (
          <div key={fact.id}>
            <dt lang="fr">{fact.label}</dt>
            <dd>
              <FigureValue fact={fact} />
            </dd>
          </div>
        ))}
      </dl>
    </MarginNote>
  );
}

/** The number never leaves its qualifier, its date and its source. */
function FigureValue({ fact }: { fact: FactShown }) {
  const t = useT(messages);
  const { lang, to } = useView();
  // A bare number of four digits may be a year.
  const value = formatQualified(lang, fact.value, fact.qualifier, !fact.unit && fact.value.length <= 4);
  const [source] = fact.sources;
  return (
    <>
      <strong>{value}</strong> {fact.unit && <span lang="fr">{fact.unit}</span>}{' '}
      {fact.outdated && <StateMark status="a-actualiser" word={t('figures.outdated')} />}
      <span class="locators">
        {fact.observed && `${t('figures.observed', { date: formatPartialDate(lang, fact.observed) })} `}
        {fact.note && <span lang="fr">{fact.note} </span>}
        {source && (
          <a href={to(commonPaths.document.href({ id: source.documentId }))}>
            {t('figures.source', { date: source.published ? formatPartialDate(lang, source.published) : t('sources.unknownDate'), locator: source.locator ?? '' })}
          </a>
        )}
      </span>
    </>
  );
}
