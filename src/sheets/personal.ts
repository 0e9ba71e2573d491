import type { Read, Tx } from '~/platform/db/index.ts';

/** What a module keeps of people: docs/privacy.md, the export of one's own data, leaving and the retention job are made from this. */
export interface PersonalData {
  /** Tables, for the test that finds a table nobody declared. */
  tables: readonly string[];
  /** Sentences in French, for docs/privacy.md and the page of one's data. */
  what: string;
  why: string;
  seenBy: string;
  kept: string;
  /** What is written in the export of one's own data; nothing when there is nothing. */
  read?(db: Read, accountId: string): Promise<unknown>;
  /** What leaving does: erased, or made anonymous. `whenLeft` says it, in French. */
  leave?(tx: Tx, accountId: string): Promise<void>;
  whenLeft: string;
  /** Erases what is older than its time; tells how many. Run each night. `now` in milliseconds. */
  expire?(tx: Tx, now: number): Promise<number>;
}

let registered: readonly (PersonalData & { module: string })[] = [];

/** Called once by the application: the page of one's data, the export, leaving and retention read them. */
export function registerPersonal(modules: readonly { name: string; personal?: readonly PersonalData[] }[]): void {
  registered = modules.flatMap(({ name, personal = [] }) => personal.map((one) => ({ ...one, module: name })));
}

export function listPersonal(): readonly (PersonalData & { module: string })[] {
  return registered;
}
