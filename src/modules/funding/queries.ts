import type { Read } from '~/platform/db/index.ts';
import { summaryColumns, toDate, toSummary, visibleTo, type Reader, type SheetSummary } from '~/sheets/index.ts';
import type { PartialDate } from '~/platform/dates/partial.ts';
import type { Money } from './rules.ts';

export interface SchemeDetail {
  amount: Money | null;
  maxRatePercent: number | null;
  projects: number | null;
  eligible: string | null;
  note: string | null;
  web: string | null;
  deadline: string | null;
  asOf: PartialDate;
}

const schemeColumns = ['amount', 'currency', 'amount_qualifier', 'amount_per', 'max_rate_permille', 'projects', 'eligible', 'note', 'web', 'deadline', 'as_of', 'as_of_precision'] as const;

interface SchemeRow {
  amount: number | string | bigint | null; currency: string | null; amount_qualifier: string | null; amount_per: string | null;
  max_rate_permille: number | null; projects: number | null; eligible: string | null; note: string | null; web: string | null; deadline: string | null; as_of: string; as_of_precision: string;
}

function toDetail(row: SchemeRow): SchemeDetail {
  return {
    amount: row.amount === null ? null : {
      minor: Number(row.amount), currency: row.currency!, qualifier: (row.amount_qualifier ?? 'exact') as Money['qualifier'], per: row.amount_per as Money['per'],
    },
    maxRatePercent: row.max_rate_permille === null ? null : row.max_rate_permille / 10,
    projects: row.projects,
    eligible: row.eligible,
    note: row.note,
    web: row.web,
    deadline: row.deadline,
    asOf: toDate(row.as_of, row.as_of_precision)!,
  };
}

export async function getScheme(db: Read, sheetId: string): Promise<SchemeDetail> {
  return toDetail(await db.selectFrom('funding_schemes').select(schemeColumns).where('sheet_id', '=', sheetId).executeTakeFirstOrThrow());
}

export type SchemeListed = SheetSummary & { detail: SchemeDetail; funders: string[] };

/** The catalogue: those with an amount first, largest first, then by name. */
export async function listSchemes(db: Read, reader: Reader): Promise<SchemeListed[]> {
  const rows = await db
    .selectFrom('sheets')
    .innerJoin('funding_schemes', 'funding_schemes.sheet_id', 'sheets.id')
    .select(summaryColumns.map((column) => `sheets.${column}` as const))
    .select(schemeColumns)
    .select((eb) =>
      eb.selectFrom('sheet_links').innerJoin('sheets as funder', 'funder.id', 'sheet_links.to_id')
        .select((e) => e.fn<string[] | null>('array_agg', ['funder.title']).as('names'))
        .whereRef('sheet_links.from_id', '=', 'sheets.id').where('sheet_links.role', '=', 'funder').where(visibleTo(reader, 'funder')).as('funders'))
    .where(visibleTo(reader))
    .orderBy('amount', (o) => o.desc().nullsLast())
    .orderBy('sheets.title')
    .execute();
  return rows.map((row) => ({ ...toSummary(row), detail: toDetail(row), funders: row.funders ?? [] }));
}

export interface LawDetail {
  verifiedBy: string | null;
  verifiedOn: string | null;
}

export async function getLaw(db: Read, sheetId: string): Promise<LawDetail> {
  const row = await db.selectFrom('laws').select(['verified_by', 'verified_on']).where('sheet_id', '=', sheetId).executeTakeFirstOrThrow();
  return { verifiedBy: row.verified_by, verifiedOn: row.verified_on === null ? null : String(row.verified_on) };
}

export type LawListed = SheetSummary & LawDetail;

export async function listLaws(db: Read, reader: Reader): Promise<LawListed[]> {
  const rows = await db
    .selectFrom('sheets')
    .innerJoin('laws', 'laws.sheet_id', 'sheets.id')
    .select(summaryColumns.map((column) => `sheets.${column}` as const))
    .select(['verified_by', 'verified_on'])
    .where(visibleTo(reader))
    .orderBy('sheets.title')
    .execute();
  return rows.map((row) => ({ ...toSummary(row), verifiedBy: row.verified_by, verifiedOn: row.verified_on === null ? null : String(row.verified_on) }));
}
