import type { Read } from '~/platform/db/index.ts';
import { openBodies, type Found } from './bodies.ts';
import { keyOf, openPeople, type Known } from './people-known.ts';
import type { Import, Line } from './queries.ts';
import { readLine, readStanding, type Fate, type Said, type Standing } from './rules.ts';

/** What a line says, and what would be done with it. */
export interface Checked {
  number: number;
  said: Said;
  body: Found | null;
  /** Several sheets are possible, or none was found: what the person may choose from. */
  candidates: Found[];
  choice: string | null;
  standing: Standing | null;
  known: Known | null;
  fate: Fate;
  /** Message `reason.<code>`; `line` is the one it repeats. */
  reason: Reason | null;
  line?: number;
}

export type Reason = 'skipped' | 'name' | 'body.unknown' | 'body.several' | 'body.none' | 'member' | 'present' | 'repeated' | 'homonym';

/** The fate of every line, without writing anything: the dry run and the work itself ask this. */
export async function checkLines(db: Read, list: Import, lines: readonly Line[]): Promise<Checked[]> {
  const said = lines.map((line) => readLine(list.columns, line.cells));
  const [findBodies, findKnown, there] = await Promise.all([
    openBodies(db, said.map((one) => ({ name: one.collectivite, code: one.code }))),
    openPeople(db, said),
    findThere(db, list),
  ]);
  const seen = new Map<string, number>();
  return lines.map((line, index) => {
    const one = said[index]!;
    const candidates = findBodies(one.collectivite, one.code);
    const body = candidates.length === 1 ? candidates[0]! : (candidates.find((found) => found.id === line.choice) ?? null);
    const standing = one.nom ? readStanding(one, body?.kind ?? null) : null;
    const { known, homonym } = one.nom ? findKnown(one, body?.id ?? null) : { known: null, homonym: false };
    const base = { number: line.number, said: one, body, candidates, choice: line.choice, standing, known };
    if (line.choice === 'skip') return { ...base, fate: 'refused' as const, reason: 'skipped' as const };
    if (list.kind === 'attendance' && !one.nom) return { ...base, fate: 'refused' as const, reason: 'name' as const };
    if (candidates.length > 1 && !body) return { ...base, fate: 'choose' as const, reason: 'body.several' as const };
    if (list.kind === 'members' && !body) return { ...base, fate: 'refused' as const, reason: one.collectivite || one.code ? ('body.unknown' as const) : ('body.none' as const) };
    const key = list.kind === 'members' ? `${body!.id} ${keyOf(one)}` : keyOf(one);
    const before = seen.get(key);
    if (before !== undefined) return { ...base, fate: 'repeated' as const, reason: 'repeated' as const, line: before };
    seen.set(key, line.number);
    if (list.kind === 'members') {
      const isMember = there.has(body!.id);
      return { ...base, fate: isMember && (!one.nom || known) ? ('known' as const) : ('add' as const), reason: isMember ? ('member' as const) : homonym ? ('homonym' as const) : null };
    }
    if (known && there.has(known.personId)) return { ...base, fate: 'known' as const, reason: 'present' as const };
    if (!body) return { ...base, fate: 'incomplete' as const, reason: one.collectivite ? ('body.unknown' as const) : ('body.none' as const) };
    return { ...base, fate: 'add' as const, reason: homonym ? ('homonym' as const) : null };
  });
}

/** Members of the network already, or people of the list of presence already. */
async function findThere(db: Read, { kind, aboutId }: Import): Promise<Set<string>> {
  if (kind === 'members') {
    const rows = await db.selectFrom('sheet_links').select('to_id').where('from_id', '=', aboutId).where('role', '=', 'member').execute();
    return new Set(rows.map((row) => row.to_id));
  }
  const rows = await db.selectFrom('attendances').innerJoin('person_functions', 'person_functions.id', 'function_id').select('person_id').where('meeting_id', '=', aboutId).execute();
  return new Set(rows.map((row) => row.person_id));
}
