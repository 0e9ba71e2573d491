import { sql, type Read } from '~/platform/db/index.ts';
import { findSheet } from '../queries.ts';
import { visibleTo, type Reader } from '../visibility.ts';
import { listNear, type Near } from './near.ts';
import { simplify } from './reference.ts';

/** The territory of a question. */
export interface Territory {
  num: number;
  slug: string;
  title: string;
  context: string | null;
}

/** From an address (`bordeaux`), a code (`33063`) or what a person typed (« Saint-Denis, La Réunion »): the best known of that name. */
export async function findTerritory(db: Read, reader: Reader, value: string): Promise<Territory | undefined> {
  const found = await findSheet(db, reader, 'territory', value);
  if (found && 'movedTo' in found) return findTerritory(db, reader, found.movedTo);
  if (found) return found;
  const [name, ...rest] = value.split(/\s*[,(]\s*/);
  return (await listNamed(db, reader, value, 1))[0] ?? (await listNamed(db, reader, name!, 50)).find((one) => fits(one, rest.join(' ')));
}

/** Other territories of the same name. */
export async function listHomonyms(db: Read, reader: Reader, territory: Territory): Promise<Territory[]> {
  return (await listNamed(db, reader, territory.title, 9)).filter((one) => one.num !== territory.num);
}

export function listNearTerritories(db: Read, reader: Reader, value: string): Promise<Near[]> {
  return listNear(db, reader, value, { kind: 'territory' });
}

async function listNamed(db: Read, reader: Reader, name: string, limit: number): Promise<Territory[]> {
  const { rows } = await sql<Territory>`
    select num, slug, title, context from sheets s
    where kind = 'territory' and ${visibleTo(reader, 's')} and id in (select sheet_id from sheet_names where plain = plain(${name}))
    order by weight desc, num limit ${limit}`.execute(db);
  return rows;
}

function fits({ context }: Territory, words: string): boolean {
  const said = simplify(context ?? '');
  return simplify(words).split(' ').every((word) => said.includes(word));
}
