import type { Read, Tx } from '~/platform/db/index.ts';
import type { Actor } from '~/platform/events/index.ts';
import type { SheetRef } from './types.ts';

/** Watches what people publish. */
export interface PublishingWatch {
  /** In the transaction of a new sheet written by somebody: may hold it, or refuse it with `refuseWith`. */
  created(tx: Tx, actor: Actor & { accountId: string }, sheet: SheetRef): Promise<void>;
  /** It waits to be approved before others see it. */
  isHeld(db: Read, sheetId: string): Promise<boolean>;
}

let watches: readonly PublishingWatch[] = [];

/** Called once by the application with what its modules declare. */
export function registerPublishing(modules: readonly { publishing?: PublishingWatch }[]): void {
  watches = modules.flatMap(({ publishing }) => publishing ?? []);
}

export async function tellCreated(tx: Tx, actor: Actor, sheet: SheetRef): Promise<void> {
  const { accountId } = actor;
  if (accountId) for (const watch of watches) await watch.created(tx, { ...actor, accountId }, sheet);
}

export async function isHeld(db: Read, sheetId: string): Promise<boolean> {
  for (const watch of watches) if (await watch.isHeld(db, sheetId)) return true;
  return false;
}

/** C11: a profile takes none. Whether a text leads elsewhere: an address, or something that a reader would type as one. */
export function hasLinks(text: string): boolean {
  return /\b(https?:|ftp:|mailto:|www\.)|\b[\p{L}\d-]+\.(com|net|org|fr|eu|io|info|biz|ru|cn|xyz|top|site|online|shop|club|link|app|dev|co|me|tv|es|de|uk)\b(?!\w)/iu.test(text);
}
