import type { SheetAsk } from '~/sheets/index.ts';

/** A character of the demonstration is everybody's: no name, address, key or identity of one person stays on it. */
export const isCharacter = ({ reader }: SheetAsk): boolean => reader.account?.demo != null;

/** A gesture on one's own account, which a character does not have. */
export function unlessCharacter(handler: (ask: SheetAsk) => Response | Promise<Response>): (ask: SheetAsk) => Response | Promise<Response> {
  return (ask) => (isCharacter(ask) ? ask.notFound() : handler(ask));
}
