import type { Queue, Subscriber } from '~/platform/jobs/index.ts';
import { tellCrossings } from './find.ts';

const name = 'crossed-paths';

/** A trip, a visit, a meeting or a window changed: who crosses whose path is looked at again. Each morning too: a registration does not say for which meeting it is. */
export const crossingQueue: Queue<{ sheetId?: string }> = {
  name,
  cron: '50 5 * * *',
  async work({ sheetId }, { db, now }) {
    const today = Temporal.Instant.fromEpochMilliseconds(now()).toZonedDateTimeISO('Europe/Paris').toPlainDate().toString();
    await db.transaction().execute((tx) => tellCrossings(tx, today, sheetId));
  },
};

const watched = /^(?:visit|mission|event)\./;

export const watchMoves: Subscriber = async (tx, event, context) => {
  if (event.actor === 'instance') return;
  if (event.name === 'crossing.window') await context.enqueue(tx, name, {});
  else if (event.sheetId && watched.test(event.name)) await context.enqueue(tx, name, { sheetId: event.sheetId });
};
