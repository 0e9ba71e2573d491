import type { Body } from '~/sheets/index.ts';
import type { Area, Place } from '../areas.ts';
import type { Listed } from '../finder.ts';
import type { Joined } from '../missing.ts';
import type { Held } from '../proofs.ts';
import type { Claim, Person, Seat } from '../queries.ts';

export interface ClaimProps {
  claim: Claim;
  seat: Seat;
  /** Shown to those who answer only. */
  person: Person | undefined;
  held: Held | undefined;
  authority: Listed | undefined;
  objections: { reason: string; at: string; role: string | null }[];
  joined: Joined[];
  areas: Area[];
  places: Place[];
  /** The network for which the reader answers. */
  network: Body | null;
  refused: { error: string; field: string; typed: Record<string, string> } | undefined;
}
