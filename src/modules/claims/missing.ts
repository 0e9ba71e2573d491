import { sql, type Read, type Tx } from '~/platform/db/index.ts';
import type { Actor } from '~/platform/events/index.ts';
import { getKind, Input, type EditRefusal, type Reader, type SheetRef } from '~/sheets/index.ts';
import type { Missing } from './queries.ts';

/** What a reviewer accepted, possibly corrected, becomes a sheet by the territory's own form. */
export async function createMissing(tx: Tx, actor: Actor, reader: Reader, today: string, missing: Missing): Promise<SheetRef | EditRefusal> {
  const create = getKind('territory').create;
  if (!create) throw new Error('No module makes territories');
  const code = missing.code?.replace(/\s/g, '') ?? '';
  const input = new Input({
    nom: [missing.nom], nature: [missing.nature], pays: [missing.pays], departement: one(missing.departement), site: one(missing.site),
    insee: code.length <= 5 ? one(code) : [], siren: code.length > 5 ? [code.slice(0, 9)] : [],
  });
  return create.run(tx, actor, input, { reader, today });
}

const one = (value: string | undefined) => (value ? [value] : []);

export interface Joined {
  line: string;
  id: string | null;
  title: string | null;
}

/** The communes that a new one joins, as far as their code or their name with the département tells them. */
export async function listJoined(db: Read, missing: Missing): Promise<Joined[]> {
  const lines = (missing.reunit ?? '').split('\n').map((line) => line.trim()).filter(Boolean).slice(0, 30);
  const found = await Promise.all(lines.map((line) => findCommune(db, line, missing.departement)));
  return lines.map((line, index) => ({ line, id: found[index]?.id ?? null, title: found[index]?.title ?? null }));
}

async function findCommune(db: Read, line: string, department: string | undefined) {
  const { rows } = await sql<{ id: string; title: string }>`
    select distinct s.id, s.title from sheets s join territories t on t.sheet_id = s.id join sheet_names n on n.sheet_id = s.id
    where s.kind = 'territory' and s.type = 'commune' and s.merged_into is null and n.plain = plain(${line})
      and (t.insee = ${line.toUpperCase()} or t.department_id = ${department ?? null}::uuid) limit 2`.execute(db);
  return rows.length === 1 ? rows[0] : undefined;
}

/** By the territory's own gesture, which says itself who may. */
export async function joinCommunes(tx: Tx, actor: Actor, reader: Reader, today: string, sheetId: string, communes: readonly string[]): Promise<EditRefusal | null> {
  const act = getKind('territory').acts?.find((one) => one.name === 'reunir');
  const right = reader.acting?.role === 'administrator' ? 'administrator' : 'animator';
  if (!act || !communes.length) return null;
  return act.run(tx, actor, sheetId, new Input({ communes }), { reader, right, today });
}

/** A code that a sheet has already: the authority is not missing. */
export async function findByCode(db: Read, code: string): Promise<{ slug: string; title: string } | undefined> {
  const plain = code.replace(/\s/g, '').toUpperCase();
  if (!plain) return undefined;
  const { rows } = await sql<{ slug: string; title: string }>`
    select s.slug, s.title from territories t join sheets s on s.id = t.sheet_id
    where s.merged_into is null and s.visibility = 'public' and (t.insee = ${plain} or t.siren = ${plain.slice(0, 9)}) limit 1`.execute(db);
  return rows[0];
}
