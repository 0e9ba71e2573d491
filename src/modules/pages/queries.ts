import type { Read } from '~/platform/db/index.ts';
import { summaryColumns, toSummary, visibleTo, type Reader, type SheetSummary } from '~/sheets/index.ts';

/** Networks and bodies that our sources describe as helping authorities, whichever kind of sheet they have. */
const helpers = ['cuf', 'cites-unies-france', 'so-cooperation', 'ps-eau', 'rcdp', 'afccre', 'occitanie-cooperation', 'bfc-international', 'karib-horizon'];
/** Advice and small means first: where one begins. */
const means = ['dcol-appui', 'grabels-un-euro', 'agences-eau-annuel', 'daect-cofinancements', 'meae-ecsi', 'cfsi-cooperer'];

/** Where each sentence about powers comes from, from the smallest scale to the largest. */
const saidOfPowers = [
  { level: 'commune', document: 'raict-2023', locator: 'l. 77' },
  { level: 'epci', document: 'bordeaux-strategie-2020-2026', locator: 'l. 330' },
  { level: 'syndicat', document: 'raict-2023', locator: 'l. 355' },
  { level: 'departement', document: 'raict-2023', locator: 'l. 233' },
  { level: 'region', document: 'raict-2023', locator: 'l. 327' },
  { level: 'scales', document: 'nouvelle-aquitaine-2022', locator: 'l. 144' },
] as const;

/** A text with who vouched for its sheet, by their function. */
export type FirstLaw = SheetSummary & { verified: { by: string; on: string } | null };

export interface FirstSteps {
  powers: ((typeof saidOfPowers)[number] & { title: string })[];
  laws: FirstLaw[];
  means: SheetSummary[];
  helpers: SheetSummary[];
}

export async function getFirstSteps(db: Read, reader: Reader): Promise<FirstSteps> {
  const [laws, documents, found] = await Promise.all([
    listLaws(db, reader),
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

async function listLaws(db: Read, reader: Reader): Promise<FirstLaw[]> {
  const rows = await db
    .selectFrom('sheets')
    .innerJoin('laws', 'laws.sheet_id', 'sheets.id')
    .select(summaryColumns.map((column) => `sheets.${column}` as const))
    .select(['verified_by', 'verified_on'])
    .where('sheets.kind', '=', 'law')
    .where(visibleTo(reader))
    .orderBy('sheets.title')
    .limit(100)
    .execute();
  return rows.map((row) => ({ ...toSummary(row), verified: row.verified_by === null || row.verified_on === null ? null : { by: row.verified_by, on: row.verified_on } }));
}
