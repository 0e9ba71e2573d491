import { newId, type Tx } from '~/platform/db/index.ts';
import { recordEvent, type Actor } from '~/platform/events/index.ts';
import { toSourceValues } from './sources.ts';
import type { FieldSpec, Values } from './types.ts';
import { listDifferent } from './values.ts';
import type { Sent } from './write.ts';

export interface ProposalInput {
  sheetId: string;
  /** `edit`, or the name of an act. */
  act: string;
  fields: readonly FieldSpec[];
  sent: Pick<Sent, 'values' | 'sources'> & { comment: string };
  present: Values;
  version: number;
}

/**
 * A change that somebody else decides: a correction keeps only what differs, a gesture all its answers. Null when a
 * correction changes nothing. Its event `proposal.created` tells those who decide; history shows it to them only.
 */
export async function createProposal(tx: Tx, actor: Actor, { sheetId, act, fields, sent, present, version }: ProposalInput): Promise<string | null> {
  const changed = act === 'edit' ? listDifferent(fields, present, sent.values) : fields.map(({ name }) => name);
  if (act === 'edit' && !changed.length && !sent.sources.size) return null;
  const pick = (values: Values) => Object.fromEntries(changed.map((name) => [name, values[name] ?? []]));
  const id = newId();
  await tx
    .insertInto('proposals')
    .values({
      id, act,
      sheet_id: sheetId,
      field_values: JSON.stringify({ ...pick(sent.values), ...toSourceValues(sent.sources) }),
      base: JSON.stringify(pick(present)),
      sheet_version: version,
      comment: sent.comment || null,
      account_id: actor.accountId ?? null,
      author: actor.name,
      on_behalf_of: actor.onBehalfOf ?? null,
    })
    .execute();
  await recordEvent(tx, { name: 'proposal.created', sheetId, actor, changes: { proposal: [null, id] } });
  return id;
}
