import type { Read, Tx } from '~/platform/db/index.ts';
import { addSources, listConfirmations, summaryColumns, toDate, toSummary, visibleTo, type Reader, type SheetSummary, type SideConfirmation, type Source } from '~/sheets/index.ts';
import { listAgreements, type AgreementShown } from './agreements/queries.ts';
import { listExchanges, type Exchange } from './exchanges/queries.ts';
import type { Dimension, PartnershipState } from './rules.ts';
import type { Strand, StrandState } from './strands/rules.ts';
import type { Cited, GainShown, MilestoneShown, StrandShown } from './types.ts';

/** The present state, held until the transaction ends: two people cannot both move it. */
export async function getStateForUpdate(tx: Tx, id: string): Promise<PartnershipState> {
  const row = await tx.selectFrom('sheets').select('state').where('id', '=', id).where('kind', '=', 'partnership').forUpdate().executeTakeFirstOrThrow();
  return row.state as PartnershipState;
}

/** A text that a part of the sheet rests on is among the sheet's sources. */
export async function addSourceOnce(tx: Tx, sheetId: string, source: Source | undefined): Promise<void> {
  if (!source) return;
  const found = await tx.selectFrom('sheet_sources').select('id').where('sheet_id', '=', sheetId)
    .where('document_id', '=', source.document).where('locator', 'is not distinct from', source.locator ?? null).limit(1).executeTakeFirst();
  if (!found) await addSources(tx, sheetId, [source]);
}

export interface Party {
  id: string;
  slug: string;
  title: string;
  context: string | null;
  countries: string[];
}

export type PartnershipSummary = SheetSummary & { french: Party[]; foreign: Party[] };

/** Every published partnership with its two sides: there are tens of them, not thousands. */
export async function listPartnerships(db: Read, reader: Reader): Promise<PartnershipSummary[]> {
  const rows = await db.selectFrom('sheets').select(summaryColumns).where('kind', '=', 'partnership').where(visibleTo(reader))
    .orderBy('title').orderBy('num').execute();
  return withParties(db, reader, rows.map(toSummary));
}

export async function withParties(db: Read, reader: Reader, list: SheetSummary[]): Promise<PartnershipSummary[]> {
  if (!list.length) return [];
  const rows = await db.selectFrom('sheet_links').innerJoin('sheets', 'sheets.id', 'sheet_links.to_id')
    .select(['from_id', 'role', 'sheets.id', 'slug', 'title', 'context', 'countries'])
    .where('from_id', 'in', list.map((one) => one.id)).where('role', 'in', ['french', 'foreign']).where(visibleTo(reader))
    .orderBy('sheet_links.position').execute();
  const sides = Map.groupBy(rows, (row) => `${row.from_id} ${row.role}`);
  return list.map((one) => ({ ...one, french: sides.get(`${one.id} french`) ?? [], foreign: sides.get(`${one.id} foreign`) ?? [] }));
}

export interface PartnershipDetail {
  priority: boolean | null;
  /** Function and organisation that ease the relation. */
  mediator: string | null;
  placeholder: string | null;
  /** Political dialogue and technical exchanges, the latest first. */
  exchanges: Exchange[];
  confirmations: SideConfirmation[];
  dimensions: Cited & { list: Dimension[]; basis: 'own' | 'collective' | null };
  gains: GainShown[];
  /** Present state of each strand that is known. */
  strands: StrandShown[];
  agreements: AgreementShown[];
  milestones: MilestoneShown[];
  /** Actions, programmes and events of the two together. */
  together: SheetSummary[];
  objectives: SheetSummary[];
  /** Other partnerships of the same foreign territory. */
  parallels: PartnershipSummary[];
}

/** What a partnership's page shows beyond its frame. Never read before the sheet itself was found for the reader. */
export async function getDetail(db: Read, reader: Reader, id: string): Promise<PartnershipDetail> {
  const [own, gains, strands, agreements, milestones, together, parallels, exchanges, confirmations, mediators] = await Promise.all([
    db.selectFrom('partnerships').select(['priority', 'mediator', 'placeholder', 'dimensions', 'dimensions_basis', 'dimensions_document', 'dimensions_locator']).where('sheet_id', '=', id).executeTakeFirstOrThrow(),
    db.selectFrom('partnership_gains').select(['side', 'sentence', 'document_id', 'locator']).where('sheet_id', '=', id).orderBy('position').execute(),
    db.selectFrom('partnership_strands').selectAll().distinctOn('strand').where('sheet_id', '=', id).orderBy('strand').orderBy('position', 'desc').execute(),
    listAgreements(db, id),
    db.selectFrom('partnership_milestones').selectAll().where('sheet_id', '=', id).orderBy('position').execute(),
    listTogether(db, reader, id),
    listParallels(db, reader, id),
    listExchanges(db, id),
    listConfirmations(db, id),
    db.selectFrom('sheet_links').innerJoin('sheets', 'sheets.id', 'to_id').select('title').where('from_id', '=', id).where('role', '=', 'mediator').where(visibleTo(reader)).execute(),
  ]);
  return {
    priority: own.priority,
    mediator: [own.mediator, ...mediators.map((one) => one.title)].filter(Boolean).join(', ') || null,
    placeholder: own.placeholder,
    exchanges,
    confirmations,
    dimensions: { list: own.dimensions as Dimension[], basis: own.dimensions_basis as 'own' | null, documentId: own.dimensions_document, locator: own.dimensions_locator },
    gains: gains.map((row) => ({ side: row.side as 'here', sentence: row.sentence, documentId: row.document_id, locator: row.locator })),
    strands: strands.map((row) => ({
      strand: row.strand as Strand, state: row.state as StrandState, at: toDate(row.at, row.at_precision), evidence: row.evidence,
      reason: row.reason, note: row.note, documentId: row.document_id, locator: row.locator,
    })),
    agreements,
    milestones: milestones.map((row) => ({
      kind: row.kind as 'visit', title: row.title, detail: row.detail, planned: row.planned, at: toDate(row.at, row.at_precision),
      documentId: row.document_id, locator: row.locator,
    })),
    together,
    objectives: await listObjectives(db, reader, together),
    parallels,
  };
}

const lived = ['action', 'event', 'programme'];
const taking = ['holder', 'partner', 'organiser'];

/** Said to belong to the partnership, or held by one side with the other. Driven from the links of the foreign side, the fewer. */
async function listTogether(db: Read, reader: Reader, id: string): Promise<SheetSummary[]> {
  const rows = await db
    .with('shared', (cte) =>
      cte.selectFrom('sheet_links').select('from_id').where('to_id', '=', id).where('role', '=', 'partnership').union(
        cte.selectFrom('sheet_links as french')
          .innerJoin('sheet_links as held', (join) => join.onRef('held.to_id', '=', 'french.to_id').on('held.role', 'in', taking))
          .innerJoin('sheet_links as other', (join) => join.onRef('other.from_id', '=', 'held.from_id').on('other.role', 'in', taking))
          .innerJoin('sheet_links as foreign', (join) => join.onRef('foreign.to_id', '=', 'other.to_id').onRef('foreign.from_id', '=', 'french.from_id'))
          .select('held.from_id')
          .where('french.from_id', '=', id).where('french.role', '=', 'french').where('foreign.role', '=', 'foreign')))
    .selectFrom('sheets').select(summaryColumns)
    .where('id', 'in', (eb) => eb.selectFrom('shared').select('shared.from_id'))
    .where('kind', 'in', lived)
    .where(visibleTo(reader))
    .orderBy((eb) => eb.ref('start_date'), (ob) => ob.desc().nullsLast())
    .orderBy('title')
    .execute();
  return rows.map(toSummary);
}

async function listObjectives(db: Read, reader: Reader, together: SheetSummary[]): Promise<SheetSummary[]> {
  if (!together.length) return [];
  const rows = await db.selectFrom('sheets').select(summaryColumns)
    .where('kind', '=', 'objective')
    .where(visibleTo(reader))
    .where('id', 'in', (eb) => eb.selectFrom('sheet_links').select('to_id').where('role', '=', 'objective').where('from_id', 'in', together.map((one) => one.id)))
    .orderBy('slug')
    .execute();
  return rows.map(toSummary);
}

async function listParallels(db: Read, reader: Reader, id: string): Promise<PartnershipSummary[]> {
  const rows = await db.selectFrom('sheets').select(summaryColumns)
    .where('kind', '=', 'partnership')
    .where('id', '<>', id)
    .where(visibleTo(reader))
    .where('id', 'in', (eb) =>
      eb.selectFrom('sheet_links').select('from_id').where('role', '=', 'foreign')
        .where('to_id', 'in', eb.selectFrom('sheet_links as mine').select('mine.to_id').where('mine.from_id', '=', id).where('mine.role', '=', 'foreign')))
    .orderBy('title')
    .execute();
  return withParties(db, reader, rows.map(toSummary));
}
