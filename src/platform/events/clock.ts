import type { Read } from '~/platform/db/index.ts';
import { getLastPosition } from './index.ts';

/**
 * Reads the position of the last committed event for many requests at once. A request never gets an answer that was
 * asked for before it came: it waits for the reading that starts after the one under way. So it is exact, and under
 * load one query serves all who wait.
 */
export function createEventClock(db: Read): () => Promise<number> {
  let underWay: Promise<number> | null = null;
  let next: Promise<number> | null = null;
  const start = (): Promise<number> => {
    underWay = getLastPosition(db).finally(() => {
      underWay = null;
    });
    return underWay;
  };
  return () => {
    if (!underWay) return start();
    next ??= underWay
      .catch(() => 0)
      .then(() => {
        next = null;
        return start();
      });
    return next;
  };
}
