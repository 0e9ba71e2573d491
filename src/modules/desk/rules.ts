import { freshnessOf } from '~/sheets/index.ts';
import type { Member } from './queries.ts';

export interface Health {
  members: number;
  /** With a published partnership or action. */
  engaged: number;
  /** Somebody speaks for them here. */
  present: number;
  /** Their sheet was confirmed within twelve months. */
  fresh: number;
}

const isEngaged = (member: Member) => member.links > 0;
export const isStale = (member: Member, today: string) => freshnessOf(member.confirmed, today) !== 'fresh';

export function countHealth(members: readonly Member[], today: string): Health {
  return {
    members: members.length,
    engaged: members.filter(isEngaged).length,
    present: members.filter((one) => one.people > 0).length,
    fresh: members.filter((one) => !isStale(one, today)).length,
  };
}

export const filters = ['tous', 'engages', 'pas-encore', 'sans-personne', 'a-actualiser'] as const;
export type Filter = (typeof filters)[number];

export function pickMembers(members: readonly Member[], filter: Filter, today: string): Member[] {
  switch (filter) {
    case 'tous':
      return [...members];
    case 'engages':
      return members.filter(isEngaged);
    case 'pas-encore':
      return members.filter((one) => !isEngaged(one));
    case 'sans-personne':
      return members.filter((one) => one.people === 0);
    case 'a-actualiser':
      return members.filter((one) => isStale(one, today));
  }
}
