import type { Db, Tx } from '~/platform/db/index.ts';
import type { EditRefusal } from './types.ts';

class Undone extends Error {
  readonly value: unknown;
  constructor(value: unknown) {
    super('undone');
    this.value = value;
  }
}

export function isRefusal(value: unknown): value is EditRefusal {
  return typeof value === 'object' && value !== null && 'refused' in value;
}

/** From deep inside a command that `attempt` runs: ends it with this expected no. */
export function refuseWith(refusal: EditRefusal): never {
  throw new Undone(refusal);
}

/** Runs a command in a transaction of its own. An expected no is its value, and what was written before it is undone. */
export async function attempt<T>(db: Db, command: (tx: Tx) => Promise<T>): Promise<T> {
  try {
    return await db.transaction().execute(async (tx) => {
      const value = await command(tx);
      if (isRefusal(value)) throw new Undone(value);
      return value;
    });
  } catch (error) {
    if (error instanceof Undone) return error.value as T;
    throw error;
  }
}
