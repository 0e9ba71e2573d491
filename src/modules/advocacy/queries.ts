import { sql, type Read } from '~/platform/db/index.ts';
import { speakingRoles, summaryColumns, toSummary, visibleTo, type Reader, type SheetSummary } from '~/sheets/index.ts';
import type { State, Target, Way } from './rules.ts';

export interface BodyRef {
  id: string;
  kind: string;
  slug: string;
  title: string;
}

export interface Sending {
  id: string;
  target: Target;
  service: string | null;
  sentOn: string;
  how: Way;
  author: string;
  version: number | null;
  document: string | null;
  answeredOn: string | null;
  answer: string | null;
  answerDocument: string | null;
}

export interface AdvocacyItem {
  state: State;
  threshold: number;
  targets: Target[];
  networkId: string | null;
  concerns: { text: string; raisedOn: string; body: BodyRef | null }[];
  supports: (BodyRef & { since: string })[];
  texts: { version: number; text: string; author: string; writtenOn: string }[];
  sendings: Sending[];
}

const body = sql<BodyRef | null>`(select json_build_object('id', b.id, 'kind', b.kind, 'slug', b.slug, 'title', b.title) from sheets b where b.id = body_id)`;

export async function getItem(db: Read, id: string): Promise<AdvocacyItem> {
  const [row, concerns, supports, texts, sendings] = await Promise.all([
    db.selectFrom('sheets').innerJoin('advocacy_items', 'sheet_id', 'sheets.id').select(['state', 'threshold', 'targets', 'owner_id']).where('sheets.id', '=', id).executeTakeFirstOrThrow(),
    db.selectFrom('advocacy_concerns').select(['text', sql<string>`raised_on::text`.as('raisedOn'), body.as('body')]).where('item_id', '=', id).orderBy('raised_on').orderBy('id').execute(),
    db.selectFrom('advocacy_supports').innerJoin('sheets', 'sheets.id', 'body_id').select(['sheets.id', 'kind', 'slug', 'title', sql<string>`since::text`.as('since')]).where('item_id', '=', id).orderBy('since').orderBy('title').execute(),
    db.selectFrom('advocacy_texts').select(['version', 'text', 'author', sql<string>`written_on::text`.as('writtenOn')]).where('item_id', '=', id).orderBy('version', 'desc').execute(),
    listSendings(db, id),
  ]);
  return { state: row.state as State, threshold: row.threshold, targets: row.targets as Target[], networkId: row.owner_id, concerns, supports, texts, sendings };
}

/** What its gestures look at before they are offered: six of them ask on each page. */
export async function getStage(db: Read, id: string): Promise<{ state: State; visibility: string; isWritten: boolean; isAwaited: boolean }> {
  const { rows } = await sql<{ state: State; visibility: string; isWritten: boolean; isAwaited: boolean }>`
    select state, visibility, exists (select 1 from advocacy_texts where item_id = s.id) as "isWritten",
      exists (select 1 from advocacy_sendings where item_id = s.id and answered_on is null) as "isAwaited" from sheets s where id = ${id}::uuid`.execute(db);
  return rows[0]!;
}

export async function listSendings(db: Read, id: string): Promise<Sending[]> {
  const { rows } = await sql<Sending>`
    select id, target, service, sent_on::text as "sentOn", how, author, version, document, answered_on::text as "answeredOn", answer, answer_document as "answerDocument"
    from advocacy_sendings where item_id = ${id} order by sent_on, id`.execute(db);
  return rows;
}

export type ItemListed = SheetSummary & { supports: number; threshold: number; waitingSince: string | null };
export const pageSize = 30;

export async function listItems(db: Read, reader: Reader, page: number): Promise<ItemListed[]> {
  const rows = await db
    .selectFrom('sheets').innerJoin('advocacy_items', 'advocacy_items.sheet_id', 'sheets.id')
    .select(summaryColumns.map((column) => `sheets.${column}` as const)).select('threshold')
    .select((eb) => [
      eb.selectFrom('advocacy_supports').whereRef('item_id', '=', 'sheets.id').select((e) => e.fn.countAll<number>().as('n')).as('supports'),
      sql<string | null>`(select min(sent_on)::text from advocacy_sendings n where n.item_id = sheets.id and n.answered_on is null)`.as('waitingSince'),
    ])
    .where('kind', '=', 'advocacy').where(visibleTo(reader))
    .orderBy('sheets.num', 'desc').limit(pageSize + 1).offset((page - 1) * pageSize).execute();
  return rows.map((row) => ({ ...toSummary(row), supports: Number(row.supports ?? 0), threshold: row.threshold, waitingSince: row.waitingSince }));
}

/** Networks that may carry a concern of this body: those that it is in; the one that the reader animates. */
export async function listCarriers(db: Read, reader: Reader): Promise<{ id: string; title: string }[]> {
  const acting = reader.acting?.body;
  if (!acting) return [];
  if (acting.kind === 'network') return [{ id: acting.id, title: acting.title }];
  const { rows } = await sql<{ id: string; title: string }>`
    select s.id, s.title from sheets s where s.kind = 'network' and s.merged_into is null and ${visibleTo(reader, 's')}
      and (exists (select 1 from sheet_links l where l.from_id = s.id and l.role = 'member' and l.to_id = ${acting.id})
        or exists (select 1 from network_roles r join network_role_holders h on h.role_id = r.id where r.network_id = s.id and h.authority_id = ${acting.id} and r.role <> 'wished' and (r.until is null or r.until >= current_date::text)))
    order by exists (select 1 from mandates m where m.body_id = s.id and m.role = 'animator' and m.ended_at is null) desc, s.title limit 40`.execute(db);
  return rows;
}

/** One supports for the body that one speaks for: an authority or an organisation. */
export function maySupport({ acting }: Reader): boolean {
  return acting?.body != null && ['territory', 'organisation'].includes(acting.body.kind) && speakingRoles.includes(acting.role);
}
