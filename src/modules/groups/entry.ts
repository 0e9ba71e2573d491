import type { SheetAsk } from '~/sheets/index.ts';
import { findStanding, mayInGroup, type Gesture, type Standing } from './policy.ts';
import { findGroup, type Group } from './queries.ts';

export interface Here {
  group: Group;
  standing: Standing;
}

/** A page or a gesture inside a group, for those who may: for the others there is nothing at that address. */
export function withRoom(gesture: Gesture, handle: (ask: SheetAsk, here: Here) => Promise<Response>) {
  return async (ask: SheetAsk): Promise<Response> => {
    const group = await findGroup(ask.primary, ask.reader, ask.param('slug'));
    const standing = group && (await findStanding(ask.primary, ask.reader, group.id));
    return group && standing && mayInGroup(gesture, standing) ? handle(ask, { group, standing }) : ask.notFound();
  };
}
