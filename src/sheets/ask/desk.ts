import { sql, type Read } from '~/platform/db/index.ts';
import { createEventClock } from '~/platform/events/clock.ts';
import { visibleTo, type Reader } from '../visibility.ts';
import { Bits, unite } from './bits.ts';
import { Catalogue } from './catalogue.ts';
import { loadAll, loadSome } from './load.ts';

/** The catalogue of one database, and how far it has read. */
interface Desk {
  readPosition: () => Promise<number>;
  position: number;
  catalogue: Catalogue | null;
  underWay: Promise<void> | null;
}

const desks = new WeakMap<Read, Desk>();

function deskOf(db: Read): Desk {
  let desk = desks.get(db);
  if (!desk) desks.set(db, (desk = { readPosition: createEventClock(db), position: -1, catalogue: null, underWay: null }));
  return desk;
}

export interface Opened {
  catalogue: Catalogue;
  /** Position of the last event that it knows of. */
  position: number;
}

/** The catalogue as of now: whatever was committed before this call is in it. */
export async function openCatalogue(db: Read): Promise<Opened> {
  const desk = deskOf(db);
  const position = await desk.readPosition();
  while (!desk.catalogue || desk.position < position) {
    desk.underWay ??= refresh(db, desk).finally(() => {
      desk.underWay = null;
    });
    await desk.underWay;
  }
  return { catalogue: desk.catalogue, position: desk.position };
}

async function refresh(db: Read, desk: Desk): Promise<void> {
  const position = await desk.readPosition();
  const changed = desk.catalogue ? await findChanges(db, desk.position, position) : 'too much';
  if (changed === 'too much' || desk.catalogue!.forgotten + changed.length > desk.catalogue!.size / 3) {
    const catalogue = new Catalogue();
    await loadAll(db, catalogue);
    desk.catalogue = catalogue;
  } else {
    await loadSome(db, desk.catalogue!, changed);
  }
  desk.position = position;
}

const worthOneByOne = 3000;

/** Sheets that changed since. A bulk load, or a merge (two sheets, one event), asks for a fresh start; other events about no sheet change none. */
async function findChanges(db: Read, from: number, to: number): Promise<string[] | 'too much'> {
  const { rows } = await sql<{ id: string | null; wide: boolean }>`
    select sheet_id as id, bool_or(name like '%.merged' or name like '%.loaded') as wide from events
    where position > ${from} and position <= ${to} group by sheet_id limit ${worthOneByOne + 1}`.execute(db);
  if (rows.length > worthOneByOne || rows.some((row) => row.wide)) return 'too much';
  return rows.map((row) => row.id).filter((id) => id !== null);
}

/** The sheets that exist for a reader, by the one condition of visibility.ts. */
export async function visibleBits(db: Read, catalogue: Catalogue, reader: Reader): Promise<Bits> {
  const base = reader.kind === 'member' ? catalogue.shared : catalogue.open;
  const rooms = [...reader.bodies, ...(reader.groups ?? [])];
  if (!rooms.length) return base;
  const own = await db.selectFrom('sheets').select('num')
    .where(sql<boolean>`(owner_id = any(${rooms}::uuid[]) or (shared_with && ${rooms}::uuid[] and shared_with <> '{}'))`).where(visibleTo(reader)).execute();
  const bits = new Bits();
  for (const { num } of own) {
    const place = catalogue.placeOf(num);
    if (place !== undefined) bits.add(place);
  }
  return unite([base, bits]);
}
