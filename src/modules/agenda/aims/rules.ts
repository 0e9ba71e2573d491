import type { Reader } from '~/sheets/index.ts';
import type { Counted } from './queries.ts';

/** Who animates the network, or administers the instance. */
export function maySetAims({ acting }: Reader, networkId: string): boolean {
  return acting?.role === 'administrator' || (acting?.role === 'animator' && acting.body?.id === networkId);
}

export interface Progress {
  webinars: number;
  webinarsHeld: number;
  physical: number;
  physicalHeld: number;
}

export function countProgress(meetings: readonly Counted[]): Progress {
  const count = (webinar: boolean, held?: boolean) => meetings.filter((one) => one.webinar === webinar && (!held || one.held)).length;
  return { webinars: count(true), webinarsHeld: count(true, true), physical: count(false), physicalHeld: count(false, true) };
}
