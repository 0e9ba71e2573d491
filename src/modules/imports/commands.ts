import { newId, sql, type Tx } from '~/platform/db/index.ts';
import { recordEvent, type Actor } from '~/platform/events/index.ts';
import type { Sheet } from './read.ts';
import { fields, readColumns, type Field, type Kind } from './rules.ts';

/** Keeps what was read, line by line; nothing of it is written elsewhere yet. The event says that a list came, not who is in it. */
export async function createImport(tx: Tx, actor: Actor, kind: Kind, aboutId: string, list: Sheet): Promise<string> {
  const id = newId();
  await tx
    .insertInto('imports')
    .values({ id, kind, about_id: aboutId, body_id: actor.onBehalfOf ?? null, account_id: actor.accountId ?? null, name: list.name, header: list.header, columns: readColumns(list.header) })
    .execute();
  for (let at = 0; at < list.lines.length; at += 1000) {
    await tx.insertInto('import_lines').values(list.lines.slice(at, at + 1000).map((row) => ({ import_id: id, ...row }))).execute();
  }
  return id;
}

/** How the columns are read, as the person says; a field is read once. */
export async function updateColumns(tx: Tx, id: string, asked: readonly string[], width: number): Promise<void> {
  const taken = new Set<string>();
  const columns = Array.from({ length: width }, (_, index) => {
    const field = asked[index] ?? '';
    if (!fields.includes(field as Field) || taken.has(field)) return '';
    taken.add(field);
    return field;
  });
  await tx.updateTable('imports').set({ columns }).where('id', '=', id).where('started_at', 'is', null).execute();
}

export async function updateChoices(tx: Tx, id: string, choices: readonly { number: number; choice: string | null }[]): Promise<void> {
  for (const { number, choice } of choices) {
    await tx.updateTable('import_lines').set({ choice }).where('import_id', '=', id).where('number', '=', number).where('done_at', 'is', null).execute();
  }
}

/** From here the work goes on by itself; asked twice, it starts once. */
export async function startImport(tx: Tx, actor: Actor, id: string, aboutId: string): Promise<boolean> {
  const { numUpdatedRows } = await tx.updateTable('imports').set({ started_at: sql`now()` }).where('id', '=', id).where('started_at', 'is', null).executeTakeFirst();
  if (!Number(numUpdatedRows)) return false;
  await recordEvent(tx, { name: 'import.started', sheetId: aboutId, actor, changes: { import: [null, id] } });
  return true;
}

/** Its lines go; what was written from them stays. */
export async function removeImport(tx: Tx, id: string): Promise<void> {
  await tx.deleteFrom('imports').where('id', '=', id).where((eb) => eb.or([eb('started_at', 'is', null), eb('finished_at', 'is not', null)])).execute();
}
