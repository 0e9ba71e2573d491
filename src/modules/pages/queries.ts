import type { Read } from '~/platform/db/index.ts';
import { listSheets, summaryColumns, toSummary, visibleTo, type Reader, type SheetSummary } from '~/sheets/index.ts';

/** Networks and bodies that our sources describe as helping authorities, whichever kind of sheet they have. */
const helpers = ['cuf', 'cites-unies-france', 'so-cooperation', 'ps-eau', 'rcdp', 'afccre', 'occitanie-cooperation', 'bfc-international', 'karib-horizon'];
/** Advice and small means first: where one begins. */
const means = ['dcol-appui', 'grabels-un-euro', 'agences-eau-annuel', 'daect-cofinancements', 'meae-ecsi', 'cfsi-cooperer'];

export interface FirstSteps {
  laws: SheetSummary[];
  means: SheetSummary[];
  helpers: SheetSummary[];
}

export async function getFirstSteps(db: Read, reader: Reader): Promise<FirstSteps> {
  const [laws, found] = await Promise.all([
    listSheets(db, reader, 'law'),
    db
      .selectFrom('sheets')
      .select(summaryColumns)
      .where('kind', 'in', ['network', 'organisation', 'funding'])
      .where('slug', 'in', [...helpers, ...means])
      .where(visibleTo(reader))
      .execute(),
  ]);
  const sheets = found.map(toSummary);
  const inOrder = (slugs: string[], kinds: string[]) => slugs.flatMap((slug) => sheets.find((sheet) => sheet.slug === slug && kinds.includes(sheet.kind)) ?? []);
  return {
    laws: laws.filter((law) => law.countries.includes('FR') && ['loi', 'constitution', 'code'].includes(law.type ?? '')),
    means: inOrder(means, ['funding']),
    helpers: inOrder(helpers, ['network', 'organisation']),
  };
}
