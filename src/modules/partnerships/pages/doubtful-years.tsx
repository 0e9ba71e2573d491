import { commonPaths } from '~/sheets/paths.ts';
import { useT, useView } from '~/platform/i18n/index.ts';
import { SourceNote, type SheetFrame } from '~/sheets/index.ts';
import { Note } from '~/ui/index.ts';
import { messages } from '../messages.ts';

/** Two texts, two years: both are shown, with their source; one is chosen, none is lost. */
export function DoubtfulYears({ frame }: { frame: SheetFrame }) {
  const t = useT(messages);
  const { to } = useView();
  const years = frame.facts.filter((fact) => fact.field === 'start');
  if (years.length < 2) return null;
  return (
    <Note tone="confirm" sign="a-confirmer" title={t('doubt.title', { n: years.length })}>
      <ul class="plain">
        {years.map((fact) => (
          <li key={fact.id}>
            <strong>{fact.value}</strong>, {t(fact.chosen ? 'doubt.chosen' : 'doubt.other')}
            <SourceNote frame={frame} documentId={fact.sources[0]?.documentId} />
            <br />
            {fact.note && <span lang={frame.sheet.lang}>{fact.note}</span>}{' '}
            {fact.sources.map((source) => (
              <a key={source.locator} href={to(commonPaths.document.href({ id: source.documentId }))}>
                {source.title}, {source.locator}
              </a>
            ))}
          </li>
        ))}
      </ul>
      <p>{t('doubt.why')}</p>
    </Note>
  );
}
