import { sql, type Tx } from '~/platform/db/index.ts';
import type { Actor } from '~/platform/events/index.ts';
import type { Queue, Subscriber } from '~/platform/jobs/index.ts';
import { addAttendances } from '~/modules/meetings/index.ts';
import { addFunction, createPerson } from '~/modules/people/index.ts';
import { addMember } from '~/sheets/index.ts';
import { checkLines, type Checked } from './check.ts';
import { listLines, type Import } from './queries.ts';
import { isKept, simplify } from './rules.ts';

const name = 'imports.run';
const batch = 50;

/** Begins in the transaction that tells of it: a crash loses none. */
export const tellStarted: Subscriber = async (tx, event, context) => {
  if (event.name === 'import.started') await context.enqueue(tx, name, {});
};

/** Fifty lines a transaction, each marked with what became of it: killed anywhere, it goes on from the next. */
export const runQueue: Queue = {
  name,
  cron: '*/10 * * * *',
  async work(_data, { db }) {
    const under = await db.selectFrom('imports').select('id').where('started_at', 'is not', null).where('finished_at', 'is', null).orderBy('started_at').execute();
    for (const { id } of under) while (await db.transaction().execute((tx) => runBatch(tx, id)));
  },
};

/** False when nothing is left. One worker at a time for one list. */
export async function runBatch(tx: Tx, id: string): Promise<boolean> {
  const { rows } = await sql<{ kind: Import['kind']; about_id: string; title: string; columns: string[]; body_id: string | null; account_id: string | null }>`
    select i.kind, i.about_id, s.title, i.columns, i.body_id, i.account_id from imports i join sheets s on s.id = i.about_id
    where i.id = ${id} and i.started_at is not null and i.finished_at is null for update of i skip locked`.execute(tx);
  const row = rows[0];
  if (!row) return false;
  const waiting = await listLines(tx, id, { limit: batch });
  const actor: Actor = { name: 'Import d’une liste', ...(row.account_id ? { accountId: row.account_id } : {}), ...(row.body_id ? { onBehalfOf: row.body_id } : {}), role: 'animator' };
  if (waiting.length > 0) {
    // the whole list is looked at again: a line that repeats one of an earlier batch still does
    const all = await listLines(tx, id);
    const numbers = new Set(waiting.map((line) => line.number));
    const checked = await checkLines(tx, { id, kind: row.kind, aboutId: row.about_id, columns: row.columns } as Import, all);
    const mine = checked.filter((line) => numbers.has(line.number));
    if (row.kind === 'members') for (const line of mine.filter((one) => isKept(one.fate))) await writeMember(tx, actor, row.about_id, line);
    else await writeAttendances(tx, actor, row.about_id, mine.filter((one) => isKept(one.fate)));
    for (const line of mine) {
      await tx.updateTable('import_lines').set({ fate: line.fate, reason: line.reason, done_at: sql`now()` }).where('import_id', '=', id).where('number', '=', line.number).execute();
    }
  }
  if (waiting.length === batch) return true;
  await tx.updateTable('imports').set({ finished_at: sql`now()` }).where('id', '=', id).execute();
  return false;
}

async function writeMember(tx: Tx, actor: Actor, networkId: string, line: Checked): Promise<void> {
  await addMember(tx, actor, networkId, { id: line.body!.id, title: line.body!.title });
  if (line.said.nom) await writeFunction(tx, actor, line);
}

async function writeAttendances(tx: Tx, actor: Actor, meetingId: string, lines: readonly Checked[]): Promise<void> {
  if (lines.length === 0) return;
  const { last } = await tx.selectFrom('attendances').select((eb) => eb.fn.max('number').as('last')).where('meeting_id', '=', meetingId).executeTakeFirstOrThrow();
  const list = [];
  for (const [index, line] of lines.entries()) {
    list.push({
      number: Number(last ?? 0) + index + 1,
      functionId: await writeFunction(tx, actor, line),
      ...(line.body?.kind === 'territory' ? { authorityId: line.body.id } : {}),
      authorityWritten: line.said.collectivite,
      functionWritten: line.said.fonction,
    });
  }
  await addAttendances(tx, actor, meetingId, list);
}

/** The person's function there: the one that is known, or a new one, held back from every page until they agree. */
async function writeFunction(tx: Tx, actor: Actor, { said, body, standing, known }: Checked): Promise<string> {
  const bodyId = body?.id;
  const same = known?.functions.find((held) => (bodyId ? held.bodyId === bodyId : true) && simplify(held.function) === simplify(said.fonction))
    ?? (said.fonction === '' ? known?.functions.find((held) => held.bodyId === bodyId) : undefined);
  if (same) return same.id;
  const held = { function: said.fonction || 'Fonction non précisée', standing: standing!, ...(bodyId ? { bodyId } : said.collectivite ? { body: said.collectivite } : {}) };
  if (known) return addFunction(tx, actor, known.personId, held);
  const { functionIds } = await createPerson(tx, actor, { firstName: said.prenom, lastName: said.nom, ...(said.civilite ? { civility: said.civilite } : {}), held: true, functions: [held] });
  return functionIds[0]!;
}
