import type { Read } from '~/platform/db/index.ts';
import { listSheets, summaryColumns, toSummary, visibleTo, type Reader, type SheetSummary } from '~/sheets/index.ts';

/** Networks and bodies that our sources describe as helping authorities, whichever kind of sheet they have. */
const helpers = ['cuf', 'cites-unies-france', 'so-cooperation', 'ps-eau', 'rcdp', 'afccre', 'occitanie-cooperation', 'bfc-international', 'karib-horizon'];
/** Advice and small means first: where one begins. */
const means = ['dcol-appui', 'grabels-un-euro', 'agences-eau-annuel', 'daect-cofinancements', 'meae-ecsi', 'cfsi-cooperer'];

/** Where each sentence about powers comes from. */
const saidOfPowers = [
  { said: 'first.powers.metropole', document: 'bordeaux-strategie-2020-2026', locator: 'l. 330' },
  { said: 'first.powers.region', document: 'raict-2023', locator: 'l. 327' },
  { said: 'first.powers.scales', document: 'nouvelle-aquitaine-2022', locator: 'l. 144' },
] as const;

export interface FirstSteps {
  powers: ((typeof saidOfPowers)[number] & { title: string })[];
  laws: SheetSummary[];
  means: SheetSummary[];
  helpers: SheetSummary[];
}

export async function getFirstSteps(db: Read, reader: Reader): Promise<FirstSteps> {
  const [laws, documents, found] = await Promise.all([
    listSheets(db, reader, 'law'),
    db.selectFrom('documents').select(['id', 'title']).where('id', 'in', saidOfPowers.map((one) => one.document)).execute(),
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
    powers: saidOfPowers.flatMap((one) => documents.filter(({ id }) => id === one.document).map(({ title }) => ({ ...one, title }))),
    laws: laws.filter((law) => law.countries.includes('FR') && ['loi', 'constitution', 'code'].includes(law.type ?? '')),
    means: inOrder(means, ['funding']),
    helpers: inOrder(helpers, ['network', 'organisation']),
  };
}
