import type { Tx } from '~/platform/db/index.ts';
import type { Actor } from '~/platform/events/index.ts';
import { attachAction, removeAction } from '~/modules/strategies/index.ts';
import { updateLinks, type Input, type Place } from '~/sheets/index.ts';

/** The field of the form and the role of the links that it writes. */
export const linkFields = [['porteurs', 'holder'], ['partenaires', 'partner'], ['reseaux', 'network'], ['partenariats', 'partnership'], ['programmes', 'programme']] as const;

export async function updateActionLinks(tx: Tx, id: string, input: Input, changed: ReadonlySet<string>): Promise<void> {
  for (const [field, role] of linkFields) if (changed.has(field)) await updateLinks(tx, id, role, input.list(field));
}

/** Makes the action count for exactly these objectives; a refusal leaves the caller to write nothing. */
export async function updateObjectives(tx: Tx, actor: Actor, id: string, wanted: readonly string[]): Promise<{ refused: 'other-authority'; field: 'objectifs' } | null> {
  const present = (await tx.selectFrom('objective_actions').select('objective_id').where('action_id', '=', id).execute()).map((row) => row.objective_id);
  for (const objectiveId of present.filter((one) => !wanted.includes(one))) await removeAction(tx, actor, id, objectiveId);
  for (const objectiveId of wanted.filter((one) => !present.includes(one))) {
    const done = await attachAction(tx, actor, { actionId: id, objectiveId, basis: 'declared' });
    if (done !== 'attached') return { ...done, field: 'objectifs' };
  }
  return null;
}

/** Objectives whose strategy none of these holders keeps. */
export async function hasForeignObjective(tx: Tx, objectives: readonly string[], holders: readonly string[]): Promise<boolean> {
  if (!objectives.length) return false;
  const rows = await tx
    .selectFrom('objectives')
    .select('sheet_id')
    .where('sheet_id', 'in', [...objectives])
    .where((eb) => eb.not(eb.exists(eb.selectFrom('sheet_links').select('to_id').whereRef('from_id', '=', 'objectives.strategy_id').where('role', '=', 'holder').where('to_id', 'in', [...holders]))))
    .execute();
  return rows.length > 0;
}

/** Territories as places, where their own sheet puts them. */
export async function buildPlaces(tx: Tx, territoryIds: readonly string[]): Promise<Place[]> {
  if (!territoryIds.length) return [];
  const rows = await tx
    .selectFrom('sheets')
    .leftJoin('sheet_places', (join) => join.onRef('sheet_places.sheet_id', '=', 'sheets.id').on('sheet_places.role', '=', 'at').on('sheet_places.position', '=', 0))
    .select(['sheets.id', 'title', 'lat', 'lon', 'approximate'])
    .where('sheets.id', 'in', [...territoryIds])
    .execute();
  return rows.map((row) => ({ role: 'at', territoryId: row.id, label: row.title, lat: row.lat, lon: row.lon, approximate: row.approximate ?? false }));
}

/** Places of the action with these territories and no other; what has no sheet of its own, and the two ends of a journey, stay. */
export async function mergePlaces(tx: Tx, id: string, wanted: readonly string[]): Promise<Place[]> {
  const rows = await tx.selectFrom('sheet_places').selectAll().where('sheet_id', '=', id).orderBy('position').execute();
  const kept = rows
    .filter((row) => row.territory_id === null || wanted.includes(row.territory_id))
    .map((row): Place => ({ role: row.role as Place['role'], territoryId: row.territory_id, label: row.label, lat: row.lat, lon: row.lon, approximate: row.approximate }));
  return [...kept, ...(await buildPlaces(tx, wanted.filter((one) => !kept.some((place) => place.territoryId === one))))];
}

/** Where the action takes place, home aside: what is typed, and the countries of what was just added. */
export async function listCountries(tx: Tx, typed: readonly string[], added: readonly string[]): Promise<string[]> {
  const rows = added.length ? await tx.selectFrom('sheets').select('countries').where('id', 'in', [...added]).execute() : [];
  return [...new Set([...typed, ...rows.flatMap((row) => row.countries)])].filter((iso) => iso !== 'FR');
}

/** Names that find an action by whom it is done with. */
export async function listWords(tx: Tx, ids: readonly string[]): Promise<string> {
  const rows = ids.length ? await tx.selectFrom('sheets').select('title').where('id', 'in', [...ids]).execute() : [];
  return rows.map((row) => row.title).join(' ');
}
