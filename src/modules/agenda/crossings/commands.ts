import type { Tx } from '~/platform/db/index.ts';
import { recordEvent, type Actor } from '~/platform/events/index.ts';

/** Weeks between two trips that are still close; null: not to be told, and not to be named to others. */
export async function updateWindow(tx: Tx, actor: Actor & { onBehalfOf: string }, weeks: number | null): Promise<void> {
  const values = { weeks, set_by: actor.name, set_at: new Date().toISOString() };
  await tx.insertInto('crossing_windows').values({ body_id: actor.onBehalfOf, ...values }).onConflict((oc) => oc.column('body_id').doUpdateSet(values)).execute();
  if (weeks === null) await tx.deleteFrom('crossings').where((eb) => eb.or([eb('body_id', '=', actor.onBehalfOf), eb('other_body_id', '=', actor.onBehalfOf)])).execute();
  await recordEvent(tx, { name: 'crossing.window', actor });
}
