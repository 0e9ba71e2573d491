import { addFunction, createPerson, type Standing } from '~/modules/people/index.ts';
import type { PartialDate } from '~/platform/dates/partial.ts';
import { sql, type Read, type Tx } from '~/platform/db/index.ts';
import type { Actor } from '~/platform/events/index.ts';
import { findBodyNamed } from '../registration/queries.ts';
import { simplify, type Role } from '../rules.ts';

export interface SpokenBy {
  /** Empty: somebody who is not named. */
  name: string;
  function: string;
  body: string;
  standing: string;
}

export interface Match {
  personId: string;
  /** As public pages write it. */
  name: string | null;
  functions: { id: string; function: string; bodyId: string | null }[];
}

/**
 * Who bears each of these names, whatever the accents and hyphens: people whom everybody may name, and those who already
 * speak in this meeting. A name that waits for consent is not told to whoever types it.
 */
export async function findBearers(db: Read, meetingId: string, names: readonly string[]): Promise<Map<string, Match[]>> {
  const asked = [...new Set(names.filter(Boolean))];
  if (!asked.length) return new Map();
  const { rows } = await sql<{ asked: string; person_id: string; name: string | null; functions: Match['functions'] }>`
    with asked as (select distinct n, same_name(n) as key from unnest(${asked}::text[]) n),
      bearing as (select asked.n, p.id from asked join people p on same_name(p.first_name || ' ' || p.last_name) = asked.key
        union select asked.n, o.person_id from asked join person_names o on same_name(o.name) = asked.key)
    select b.n as asked, b.id as person_id, max(f.name) as name, json_agg(json_build_object('id', f.function_id, 'function', f.function, 'bodyId', f.body_id)) as functions
    from bearing b join people p on p.id = b.id and p.erased_at is null join people_named f on f.person_id = b.id
    where f.name is not null or exists (select 1 from meeting_roles r join meeting_sessions s on s.sheet_id = r.sheet_id join person_functions g on g.id = r.function_id where s.meeting_id = ${meetingId} and g.person_id = b.id)
    group by b.n, b.id order by b.id`.execute(db);
  return new Map([...Map.groupBy(rows, (row) => row.asked)].map(([name, group]) => [name, group.map((row) => ({ personId: row.person_id, name: row.name, functions: row.functions }))]));
}

export interface Spoken {
  sessionId: string;
  personId: string;
  isNamed: boolean;
  function: string;
  role: Role;
  video: boolean;
}

/** Who is in the programme already, to recognise them in a list that is pasted again. */
export async function listSpoken(db: Read, meetingId: string): Promise<Spoken[]> {
  const { rows } = await sql<Spoken>`
    select r.sheet_id as "sessionId", f.person_id as "personId", p.named as "isNamed", f.function, r.role, r.video
    from meeting_sessions s join meeting_roles r on r.sheet_id = s.sheet_id join person_functions f on f.id = r.function_id join people p on p.id = f.person_id
    where s.meeting_id = ${meetingId}`.execute(db);
  return rows;
}

/** The same name is not the same person: several bearers, and the body tells; none, and somebody new is written. */
export function chooseBearer(matches: readonly Match[], bodyId: string | null): Match | undefined {
  if (matches.length <= 1) return matches[0];
  const same = matches.filter(({ functions }) => bodyId !== null && functions.some((held) => held.bodyId === bodyId));
  return same.length === 1 ? same[0] : undefined;
}

/** The function that somebody speaks with: one that they have, or one more with the day of the session. Private like the person. */
export async function findOrAddFunction(tx: Tx, actor: Actor, meetingId: string, said: SpokenBy, day: PartialDate | undefined): Promise<{ functionId: string; personId: string; bodyId: string | null }> {
  const bodyId = said.body ? await findBodyNamed(tx, said.body) : null;
  const held = { function: said.function, standing: said.standing as Standing, ...(bodyId ? { bodyId } : said.body ? { body: said.body } : {}), ...(day ? { asOf: day } : {}) };
  const match = said.name ? chooseBearer((await findBearers(tx, meetingId, [said.name])).get(said.name) ?? [], bodyId) : undefined;
  if (!match) {
    const made = await createPerson(tx, actor, { ...splitName(said.name), named: said.name !== '', functions: [held] });
    return { functionId: made.functionIds[0]!, personId: made.id, bodyId };
  }
  const same = match.functions.find((one) => simplify(one.function) === simplify(said.function));
  return { functionId: same?.id ?? (await addFunction(tx, actor, match.personId, held)), personId: match.personId, bodyId: bodyId ?? same?.bodyId ?? null };
}

/** « Mme Anne-Marie de la TOUR »: capitals say the last name; without them it is the last word, and the particle before it. */
export function splitName(name: string): { firstName: string; lastName: string; civility?: string } {
  const found = /^(M\.|Mme|Mlle|Dr|Pr)\s+(.*)$/.exec(name.trim());
  const words = (found?.[2] ?? name).trim().split(/\s+/);
  const capital = words.findIndex((word) => word.length > 1 && word === word.toUpperCase() && /\p{L}/u.test(word));
  let at = capital > 0 ? capital : words.length - 1;
  while (at > 1 && /^(de|du|des|d’|la|le|von|van|el|al)$/i.test(words[at - 1]!)) at -= 1;
  const lastName = words.slice(at).join(' ');
  return { firstName: words.slice(0, at).join(' '), lastName, ...(found ? { civility: found[1]! } : {}) };
}
