import { sql, type Tx } from '~/platform/db/index.ts';
import { recordEvent, type Actor } from '~/platform/events/index.ts';
import { translator } from '~/platform/i18n/index.ts';
import {
  editSheet, Input, isRefusal, nameBody, readSources, toCanonicalValues, writeSources, type EditContext, type EditRefusal, type FieldSpec, type Values,
} from '~/sheets/index.ts';
import { messages } from '../messages.ts';
import { specOf, type Proposal } from './queries.ts';

export type Decision = 'done' | 'already' | 'stale' | EditRefusal;

async function lock(tx: Tx, id: string): Promise<boolean> {
  const row = await tx.selectFrom('proposals').select('state').where('id', '=', id).forUpdate().executeTakeFirst();
  return row?.state === 'pending';
}

async function settle(tx: Tx, actor: Actor, proposal: Proposal, state: 'accepted' | 'declined' | 'withdrawn', answer: string | null): Promise<'done'> {
  await tx.updateTable('proposals').set({ state, answer, decided_at: sql`now()`, decided_by: state === 'withdrawn' ? null : actor.name }).where('id', '=', proposal.id).execute();
  await recordEvent(tx, { name: `proposal.${state}`, sheetId: proposal.sheetId, actor, changes: { proposal: [null, proposal.id] } });
  return 'done';
}

export interface AcceptInput {
  /** Fields that whoever decides may fill. */
  fields: readonly FieldSpec[];
  /** Checked for whoever decides. */
  values: Values;
  /** Version that they read. */
  version: number;
  answer: string | null;
}

/** Does what was proposed, as the one who decides « sur proposition de … », or nothing at all. */
export async function acceptProposal(tx: Tx, actor: Actor, proposal: Proposal, { fields, values, version, answer }: AcceptInput, context: EditContext): Promise<Decision> {
  if (!(await lock(tx, proposal.id))) return 'already';
  const sheet = await tx.selectFrom('sheets').select('version').where('id', '=', proposal.sheetId).forUpdate().executeTakeFirstOrThrow();
  if (sheet.version !== version) return 'stale';
  const { spec, act } = specOf(proposal);
  const joint: Actor = { ...actor, name: translator(messages, 'fr')('proposal.actor', { who: actor.name, author: proposal.author }) };
  const sources = readSources(fields, (name) => String(proposal.values[name]?.[0] ?? ''));
  if (act) {
    const present = toCanonicalValues(act.fields, (await act.read?.(tx, proposal.sheetId, context, () => undefined)) ?? {});
    const refusal = await act.run(tx, joint, proposal.sheetId, new Input({ ...present, ...values }, await writeSources(tx, await nameBody(tx, actor), sources)), context);
    if (refusal) return refusal;
  } else {
    const sent = { values, sources, version: null, marks: new Map(), choices: new Map() };
    const outcome = await editSheet(tx, joint, proposal.sheetId, spec.edit!, fields, sent, context);
    if (isRefusal(outcome)) return outcome;
  }
  return settle(tx, actor, proposal, 'accepted', answer);
}

export async function declineProposal(tx: Tx, actor: Actor, proposal: Proposal, answer: string): Promise<Decision> {
  return (await lock(tx, proposal.id)) ? settle(tx, actor, proposal, 'declined', answer) : 'already';
}

export async function withdrawProposal(tx: Tx, actor: Actor, proposal: Proposal): Promise<Decision> {
  return (await lock(tx, proposal.id)) ? settle(tx, actor, proposal, 'withdrawn', null) : 'already';
}
