import type { Who } from '~/platform/http/request.ts';
import type { Reader } from './visibility.ts';

/** Whether a route lets this reader in at all. `editor` routes look at the sheet themselves. */
export function mayEnter(who: Who, reader: Reader): boolean {
  switch (who) {
    case 'everyone':
      return true;
    case 'account':
    case 'editor':
      return reader.kind !== 'anonymous';
    case 'member':
      return reader.kind === 'member';
    case 'animator':
      return reader.acting?.role === 'animator' || reader.acting?.role === 'administrator';
    case 'administrator':
      return reader.acting?.role === 'administrator';
  }
}
