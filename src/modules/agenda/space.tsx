import type { SpacePart } from '~/sheets/index.ts';
import { CrossingNote } from './crossings/pages/note.tsx';
import { listCrossings } from './crossings/queries.ts';

const shown = 3;

/** « Un seul voyage ? », for whoever asked to be told. */
export const space: SpacePart = {
  where: 'aside',
  order: 30,
  async draw({ primary, reader, today }) {
    const body = reader.acting?.body;
    const crossings = body ? await listCrossings(primary, reader, body.id, today, shown) : [];
    return crossings.length ? <CrossingNote crossings={crossings} asks={false} /> : null;
  },
};
