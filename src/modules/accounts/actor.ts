import type { Actor } from '~/platform/events/index.ts';
import { translator } from '~/platform/i18n/index.ts';
import type { Reader } from '~/sheets/index.ts';
import { messages } from './messages.ts';

/** What history keeps of who acts: the function and the body, never the person's name; in the language of the instance. */
export function actorOf({ account, acting }: Reader): Actor {
  if (!account) throw new RangeError('Nobody is signed in');
  const name = account.title ?? translator(messages, 'fr')(acting ? `role.${acting.role}` : 'role.none');
  return { name, accountId: account.id, ...(acting ? { role: acting.role } : {}), ...(acting?.body ? { onBehalfOf: acting.body.id } : {}) };
}
