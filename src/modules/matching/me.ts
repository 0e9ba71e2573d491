import type { Body, Reader } from '~/sheets/index.ts';
import { answering } from './speaking.ts';

/** The member for whom this person acts: a French authority or an organisation, by a role that speaks for it. */
export function findMe({ acting }: Reader): Body | undefined {
  const speaks = acting !== undefined && (answering as readonly string[]).includes(acting.role);
  return speaks && acting.body && (acting.body.kind === 'territory' || acting.body.kind === 'organisation') ? acting.body : undefined;
}

/** The network that this person animates now. */
export function findAnimated({ acting }: Reader): Body | undefined {
  return acting?.role === 'animator' && acting.body?.kind === 'network' ? acting.body : undefined;
}
