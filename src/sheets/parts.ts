import { newId, type Tx } from '~/platform/db/index.ts';
import type { Fact, NameKind, Place, Source } from './types.ts';

export async function addNames(tx: Tx, sheetId: string, names: { name: string; kind: NameKind }[]): Promise<void> {
  if (!names.length) return;
  await tx
    .insertInto('sheet_names')
    .values(names.map(({ name, kind }) => ({ sheet_id: sheetId, name, kind })))
    .onConflict((oc) => oc.doNothing())
    .execute();
}

/** Replaces nothing: positions go on after those that exist. */
export async function addPlaces(tx: Tx, sheetId: string, places: Place[]): Promise<void> {
  if (!places.length) return;
  const { n } = await tx
    .selectFrom('sheet_places')
    .select((eb) => eb.fn.countAll<number>().as('n'))
    .where('sheet_id', '=', sheetId)
    .executeTakeFirstOrThrow();
  await tx
    .insertInto('sheet_places')
    .values(
      places.map((place, index) => ({
        sheet_id: sheetId,
        position: Number(n) + index,
        role: place.role,
        territory_id: place.territoryId ?? null,
        label: place.label,
        lat: place.lat ?? null,
        lon: place.lon ?? null,
        approximate: place.approximate ?? false,
      })),
    )
    .execute();
}

export async function addLinks(tx: Tx, fromId: string, links: { role: string; to: string; note?: string }[]): Promise<void> {
  if (!links.length) return;
  await tx
    .insertInto('sheet_links')
    .values(links.map((link, position) => ({ from_id: fromId, role: link.role, to_id: link.to, position, note: link.note ?? null })))
    .onConflict((oc) => oc.doNothing())
    .execute();
}

export async function addSources(tx: Tx, sheetId: string, sources: Source[], of: { factId?: string; field?: string } = {}): Promise<void> {
  if (!sources.length) return;
  await tx
    .insertInto('sheet_sources')
    .values(
      sources.map((source, position) => ({
        id: newId(),
        sheet_id: sheetId,
        fact_id: of.factId ?? null,
        field: of.field ?? null,
        document_id: source.document,
        locator: source.locator ?? null,
        position,
      })),
    )
    .execute();
}

/** A dated figure, or one of several values that sources give for a field. A fact without a source is refused. */
export async function addFact(tx: Tx, sheetId: string, fact: Fact): Promise<string> {
  if (!fact.sources.length) throw new RangeError(`A fact needs a source: ${fact.field} ${fact.value}`);
  const id = newId();
  const { n } = await tx
    .selectFrom('sheet_facts')
    .select((eb) => eb.fn.countAll<number>().as('n'))
    .where('sheet_id', '=', sheetId)
    .executeTakeFirstOrThrow();
  await tx
    .insertInto('sheet_facts')
    .values({
      id,
      sheet_id: sheetId,
      field: fact.field,
      label: fact.label ?? null,
      value: fact.value,
      unit: fact.unit ?? null,
      qualifier: fact.qualifier ?? null,
      observed: fact.observed?.value ?? null,
      observed_precision: fact.observed?.precision ?? null,
      chosen: fact.chosen ?? true,
      outdated: fact.outdated ?? false,
      note: fact.note ?? null,
      position: Number(n),
    })
    .execute();
  await addSources(tx, sheetId, fact.sources, { factId: id, field: fact.field });
  return id;
}
