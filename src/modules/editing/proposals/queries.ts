import { sql, type Read } from '~/platform/db/index.ts';
import { findRight, getKind, Input, visibleTo, type ActSpec, type EditContext, type FieldSpec, type KindSpec, type Reader, type Right, type Values } from '~/sheets/index.ts';
import { mayAct } from '../forms/desk.ts';

export interface Proposal {
  id: string;
  sheetId: string;
  kind: string;
  slug: string;
  title: string;
  version: number;
  act: string;
  values: Values;
  base: Values;
  comment: string | null;
  accountId: string | null;
  author: string;
  body: string | null;
  at: string;
  state: 'pending' | 'accepted' | 'declined' | 'withdrawn';
  answer: string | null;
  decidedAt: string | null;
  decidedBy: string | null;
}

const select = sql`
  select p.id, p.sheet_id as "sheetId", s.kind, s.slug, s.title, s.version, p.act, p.field_values as values, p.base, p.comment, p.account_id as "accountId",
    p.author, b.title as body, p.created_at as at, p.state, p.answer, p.decided_at as "decidedAt", p.decided_by as "decidedBy"
  from proposals p join sheets s on s.id = p.sheet_id left join sheets b on b.id = p.on_behalf_of`;

export async function findProposal(db: Read, id: string): Promise<Proposal | undefined> {
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id)) return undefined;
  return (await sql<Proposal>`${select} where p.id = ${id} and s.merged_into is null`.execute(db)).rows[0];
}

export async function listMine(db: Read, accountId: string): Promise<Proposal[]> {
  return (await sql<Proposal>`${select} where p.account_id = ${accountId} and s.merged_into is null order by p.created_at desc limit 100`.execute(db)).rows;
}

/** Pending ones that this person decides, the oldest first. */
export async function listToDecide(db: Read, reader: Reader, today: string): Promise<Proposal[]> {
  const { acting } = reader;
  if (!acting) return [];
  const body = acting.body?.id ?? null;
  // Whoever animates or administers may answer for all, and is asked only where nobody else is.
  const alone = sql`not exists (select 1 from mandates m where m.body_id in (s.id, s.owner_id) and m.ended_at is null and m.role in ('agent', 'elected', 'project-holder', 'funder'))`;
  const near = acting.role === 'animator' || acting.role === 'administrator' ? alone : sql`(s.id = ${body} or s.owner_id = ${body} or exists (select 1 from sheet_links l where l.from_id = s.id and l.to_id = ${body}))`;
  const { rows } = await sql<Proposal>`${select} where p.state = 'pending' and ${visibleTo(reader, 's')} and ${near} order by p.created_at limit 60`.execute(db);
  const decided = await Promise.all(rows.map(async (proposal) => ((await mayDecide(db, reader, proposal, today)) ? [proposal] : [])));
  return decided.flat();
}

export function specOf(proposal: Pick<Proposal, 'kind' | 'act'>): { spec: KindSpec; act: ActSpec | undefined; fields: readonly FieldSpec[] } {
  const spec = getKind(proposal.kind);
  const act = spec.acts?.find(({ name }) => name === proposal.act);
  return { spec, act, fields: (proposal.act === 'edit' ? spec.edit?.fields : act?.fields) ?? [] };
}

/** The right with which this reader decides, or nothing. Whoever may only propose decides nothing. */
export async function mayDecide(db: Read, reader: Reader, proposal: Proposal, today: string): Promise<Right | null> {
  const right = await findRight(db, reader, proposal.sheetId);
  if (!right || right === 'partner') return null;
  if (proposal.act === 'edit') return right;
  const { act } = specOf(proposal);
  if (!act || !mayAct(act, right)) return null;
  const context: EditContext = { reader, right, today };
  const roles = act.decides?.(new Input(proposal.values), context) ?? null;
  return roles === null || roles.includes(reader.acting!.role) ? right : null;
}
