import type { Read } from '~/platform/db/index.ts';
import { answer, ask, type Count } from '~/sheets/ask/index.ts';
import type { Reader } from '~/sheets/index.ts';

/** How many sheets of each kind there are to take away. */
export async function countByGenre(db: Read, reader: Reader): Promise<Count[]> {
  const everything = { question: {}, unknown: [] };
  return answer(await ask(db, reader, everything), everything, { limit: 1 }).facets.kind;
}
