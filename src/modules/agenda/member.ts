import { listKinds, type SheetAsk } from '~/sheets/index.ts';
import { listAims, type Aims } from './aims/queries.ts';
import { findWindow, listCrossings, type Crossing } from './crossings/queries.ts';

/** What the agenda says to a member beside what it says to all. */
export interface ForMember {
  aims: Aims[];
  crossings: Crossing[];
  /** Their body was not yet asked whether it wants to be told of crossed paths. */
  asks: boolean;
  /** Words of kinds that they may announce: `rencontre`, `visite`. */
  announces: string[];
}

const shown = 3;

export async function getForMember({ db, reader, today }: SheetAsk): Promise<ForMember | null> {
  if (reader.kind !== 'member') return null;
  const body = reader.acting?.body;
  const [aims, crossings, weeks] = await Promise.all([
    listAims(db, reader, Number(today.slice(0, 4))), body ? listCrossings(db, reader, body.id, today, shown) : [], body ? findWindow(db, body.id) : null,
  ]);
  const announces = listKinds().filter((spec) => (spec.genre === 'rencontre' || spec.genre === 'visite') && spec.create?.may(reader)).map((spec) => spec.genre);
  return { aims, crossings, asks: weeks === undefined, announces };
}
