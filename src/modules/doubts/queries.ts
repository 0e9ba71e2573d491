import type { Read } from '~/platform/db/index.ts';
import { visibleTo, type Reader } from '~/sheets/index.ts';
import type { Outcome, Severity, Subject } from './rules.ts';

export interface Reading {
  quote: string | null;
  documentId: string;
  document: string;
  locator: string | null;
}

export interface Doubt {
  id: string;
  severity: Severity;
  subject: Subject;
  outcome: Outcome;
  title: string;
  handling: string;
  readings: Reading[];
  sheets: { kind: string; slug: string; title: string }[];
}

/** All that this reader may see, gravest first. Three queries, whatever the number of doubts. */
export async function listDoubts(db: Read, reader: Reader): Promise<Doubt[]> {
  const [doubts, readings, sheets] = await Promise.all([
    db.selectFrom('doubts').select(['id', 'severity', 'subject', 'outcome', 'title', 'handling']).where('visibility', 'in', seenBy(reader)).orderBy('id').execute(),
    db.selectFrom('doubt_readings').innerJoin('documents', 'documents.id', 'doubt_readings.document_id')
      .select(['doubt_id', 'quote', 'document_id', 'documents.title', 'locator']).orderBy('position').execute(),
    db.selectFrom('doubt_sheets').innerJoin('sheets', 'sheets.id', 'doubt_sheets.sheet_id')
      .select(['doubt_id', 'kind', 'slug', 'title']).where(visibleTo(reader)).orderBy('doubt_sheets.position').execute(),
  ]);
  const readingsOf = Map.groupBy(readings, (row) => row.doubt_id);
  const sheetsOf = Map.groupBy(sheets, (row) => row.doubt_id);
  return doubts.map((row) => ({
    id: row.id,
    severity: row.severity as Severity,
    subject: row.subject as Subject,
    outcome: row.outcome as Outcome,
    title: row.title,
    handling: row.handling,
    readings: (readingsOf.get(row.id) ?? []).map((one) => ({ quote: one.quote, documentId: one.document_id, document: one.title, locator: one.locator })),
    sheets: (sheetsOf.get(row.id) ?? []).map(({ kind, slug, title }) => ({ kind, slug, title })),
  }));
}

/** How many doubts this reader may not see: said, so that nobody thinks the list complete. */
export async function countReserved(db: Read, reader: Reader): Promise<number> {
  const { n } = await db
    .selectFrom('doubts')
    .select((eb) => eb.fn.countAll<number>().as('n'))
    .where('visibility', 'not in', seenBy(reader))
    .executeTakeFirstOrThrow();
  return Number(n);
}

function seenBy(reader: Reader): ('public' | 'members')[] {
  return reader.kind === 'member' ? ['public', 'members'] : ['public'];
}
