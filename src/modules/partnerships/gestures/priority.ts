import type { Tx } from '~/platform/db/index.ts';
import type { Actor } from '~/platform/events/index.ts';
import { recordChange, type ActSpec } from '~/sheets/index.ts';

const toWord = (priority: boolean | null) => (priority === null ? null : priority ? 'oui' : 'non');

/** R033: which partnerships come first is decided by an élu. */
export const priorityAct: ActSpec = {
  name: 'priorite',
  fields: [
    { name: 'priorite', type: 'radio', required: true, choices: ['oui', 'non'] },
    { name: 'raison', type: 'textarea', max: 1000 },
  ],
  decides: () => ['elected'],
  async read(db, sheetId) {
    const { priority } = await db.selectFrom('partnerships').select('priority').where('sheet_id', '=', sheetId).executeTakeFirstOrThrow();
    return { priorite: [toWord(priority) ?? ''].filter(Boolean) };
  },
  async run(tx, actor, sheetId, input) {
    await changePriority(tx, actor, sheetId, input.text('priorite') === 'oui', input.text('raison'));
    return null;
  },
};

async function changePriority(tx: Tx, actor: Actor, sheetId: string, priority: boolean, reason: string | null): Promise<void> {
  const before = await tx.selectFrom('partnerships').select('priority').where('sheet_id', '=', sheetId).forUpdate().executeTakeFirstOrThrow();
  await tx.updateTable('partnerships').set({ priority }).where('sheet_id', '=', sheetId).execute();
  await recordChange(tx, actor, sheetId, 'priority', { priorite: [toWord(before.priority), toWord(priority)], ...(reason ? { raison: [null, reason] } : {}) });
}
