import type { PartialDate } from '~/platform/dates/partial.ts';
import { formatPartialDate, useT, useView } from '~/platform/i18n/index.ts';
import { territoryPaths } from '~/modules/territories/index.ts';
import { countryName } from '~/reference/index.ts';
import { DefinitionList } from '~/ui/index.ts';
import { messages } from '../messages.ts';

export interface FactsOf {
  countries: readonly string[];
  start: PartialDate | null;
  sourceNote: string | null;
  sourceUrl: string | null;
}

/** Where, since when, and who says so. */
export function Facts({ countries: [iso], start, sourceNote, sourceUrl }: FactsOf) {
  const t = useT(messages);
  const { lang, to } = useView();
  return (
    <DefinitionList items={[
      iso ? [t('facts.country'), <a href={to(territoryPaths.country.href({ iso }))}>{countryName(iso, lang)}</a>] : null,
      start ? [t('facts.since'), formatPartialDate(lang, start)] : null,
      sourceNote ? [t('facts.source'), sourceUrl ? <a href={sourceUrl} rel="nofollow">{sourceNote}</a> : sourceNote] : null,
    ]} />
  );
}
