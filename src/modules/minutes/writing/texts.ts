import { sql, type Tx } from '~/platform/db/index.ts';
import type { Actor } from '~/platform/events/index.ts';
import { mergeFields, readLines, type Clash, type Fields } from '../rules.ts';

/** One text of a form, as it was typed, with the version that the form showed. */
export interface Typed {
  unit: string;
  of: 'part' | 'speech';
  version: number;
  fields: Fields;
}

export interface Saved {
  clashes: (Clash & { unit: string; author: string })[];
  /** The present version of each text, and what it holds: what others wrote meanwhile is in it. */
  versions: Record<string, number>;
  texts: Record<string, Fields>;
}

/**
 * Writes what each text holds that is new. Two people in one field: neither is overwritten, the second text is kept
 * beside (`keepAside`) and both are shown. No event: the versions are the record, and nobody else reads a draft.
 */
export async function updateTexts(tx: Tx, actor: Actor, sheetId: string, typed: readonly Typed[], { keepAside }: { keepAside: boolean }): Promise<Saved> {
  const saved: Saved = { clashes: [], versions: {}, texts: {} };
  for (const one of typed) {
    const now = await lockText(tx, sheetId, one);
    if (!now) continue;
    const base = one.version === now.version ? now.fields : await findVersion(tx, one);
    const { merged, clashes } = mergeFields(base, now.fields, one.fields);
    const version = isSame(merged, now.fields) ? now.version : await writeText(tx, actor, sheetId, { ...one, fields: { ...now.fields, ...merged }, version: now.version + 1 }, base);
    saved.versions[one.unit] = version;
    saved.texts[one.unit] = merged;
    for (const clash of clashes) saved.clashes.push({ ...clash, unit: one.unit, author: await findAuthor(tx, one, clash) });
    if (clashes.length && keepAside) await addVersion(tx, actor, sheetId, one.unit, null, Object.fromEntries(clashes.map(({ field, mine }) => [field, mine])));
  }
  return saved;
}

/** Somebody merged what another had written at the same time. */
export async function removeAsides(tx: Tx, sheetId: string, ids: readonly number[]): Promise<void> {
  if (ids.length) await tx.deleteFrom('minutes_versions').where('sheet_id', '=', sheetId).where('version', 'is', null).where('id', 'in', [...ids]).execute();
}

const isSame = (a: Fields, b: Fields) => Object.entries(a).every(([name, value]) => (b[name] ?? '') === value);

async function lockText(tx: Tx, sheetId: string, { unit, of }: Typed): Promise<{ version: number; fields: Fields } | undefined> {
  if (of === 'speech') {
    const row = await tx.selectFrom('meeting_roles').select(['reported', 'version']).where('id', '=', unit).where('sheet_id', '=', sheetId).forUpdate().executeTakeFirst();
    return row && { version: row.version, fields: { dit: row.reported ?? '' } };
  }
  const row = await tx.selectFrom('minutes_parts').select(['title', 'text', 'items', 'room', 'facilitator', 'participants', 'version']).where('id', '=', unit).where('sheet_id', '=', sheetId).forUpdate().executeTakeFirst();
  return row && {
    version: row.version,
    fields: { titre: row.title, texte: row.text ?? '', points: row.items.join('\n'), salle: row.room ?? '', anime: row.facilitator ?? '', presents: String(row.participants ?? '') },
  };
}

/** Returns the new version. The first text of all is kept too: somebody may still be writing from it. */
async function writeText(tx: Tx, actor: Actor, sheetId: string, { unit, of, fields, version }: Typed, base: Fields): Promise<number> {
  if (of === 'speech') {
    await tx.updateTable('meeting_roles').set({ reported: fields.dit || null, version }).where('id', '=', unit).execute();
  } else {
    const people = Number.parseInt(fields.presents ?? '', 10);
    await tx
      .updateTable('minutes_parts')
      .set({ title: fields.titre!, text: fields.texte || null, items: readLines(fields.points ?? ''), room: fields.salle || null, facilitator: fields.anime || null, participants: Number.isNaN(people) ? null : people, version })
      .where('id', '=', unit)
      .execute();
  }
  if (version === 2) await sql`insert into minutes_versions (sheet_id, unit, version, fields, author) values (${sheetId}, ${unit}, 1, ${JSON.stringify(base)}::jsonb, '') on conflict do nothing`.execute(tx);
  await addVersion(tx, actor, sheetId, unit, version, fields);
  return version;
}

async function addVersion(tx: Tx, actor: Actor, sheetId: string, unit: string, version: number | null, fields: Fields): Promise<void> {
  await tx.insertInto('minutes_versions').values({ sheet_id: sheetId, unit, version, fields: JSON.stringify(fields), author: actor.name, account_id: actor.accountId ?? null }).execute();
}

async function findVersion(tx: Tx, { unit, version }: Typed): Promise<Fields> {
  const row = await tx.selectFrom('minutes_versions').select('fields').where('unit', '=', unit).where('version', '=', version).executeTakeFirst();
  return (row?.fields ?? {}) as unknown as Fields;
}

/** Who wrote, since this form was drawn, what the field now holds. */
async function findAuthor(tx: Tx, { unit, version }: Typed, { field, theirs }: Clash): Promise<string> {
  const { rows } = await sql<{ author: string }>`
    select author from minutes_versions where unit = ${unit}::uuid and version > ${version} and fields ->> ${field} = ${theirs} order by version limit 1`.execute(tx);
  return rows[0]?.author ?? '';
}
