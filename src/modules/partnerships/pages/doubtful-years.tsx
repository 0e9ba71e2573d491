import { commonPaths } from '~/sheets/paths.ts';
import { formatList, formatPartialDate, useT, useView } from '~/platform/i18n/index.ts';
import { SourceNote, type FactShown, type SheetFrame } from '~/sheets/index.ts';
import { Note } from '~/ui/index.ts';
import { messages } from '../messages.ts';

/** Two texts, two years: both are shown, with their source; one is chosen, none is lost. */
export function DoubtfulYears({ frame }: { frame: SheetFrame }) {
  const t = useT(messages);
  const { to } = useView();
  const years = frame.facts.filter((fact) => fact.field === 'start');
  if (years.length < 2) return null;
  if (years.every((fact) => fact.settled)) return <SettledYears frame={frame} years={years} />;
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

/** Settled by somebody who knows: the one kept, the other with its source, who said so and why. */
function SettledYears({ frame, years }: { frame: SheetFrame; years: FactShown[] }) {
  const t = useT(messages);
  const { lang } = useView();
  const kept = years.find((fact) => fact.chosen);
  const others = years.filter((fact) => fact !== kept);
  const settled = kept?.settled;
  if (!kept || !settled) return null;
  return (
    <Note tone="context" title={t('settled.title')}>
      <p>
        {t('settled.text', { kept: kept.value, other: formatList(lang, others.map((fact) => fact.value)) })}
        {others.map((fact) => (
          <SourceNote key={fact.id} frame={frame} documentId={fact.sources[0]?.documentId} />
        ))}
      </p>
      <p lang={frame.sheet.lang}>{settled.note}</p>
      <p class="quiet">{t('settled.by', { author: settled.by, date: formatPartialDate(lang, { value: settled.on, precision: 'day' }) })}</p>
    </Note>
  );
}
