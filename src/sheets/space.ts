import type { VNode } from 'preact';
import type { Read } from '~/platform/db/index.ts';
import type { Ask } from '~/platform/http/request.ts';
import type { Lang } from '~/platform/i18n/index.ts';
import type { Reader } from './visibility.ts';
import type { Waiting, WaitingFor } from './waiting.ts';

/** A block of « Mon espace » that a module draws: `main` under what waits, `aside` beside it. Null: it has nothing to say to this person. */
export interface SpacePart {
  where: 'main' | 'aside';
  order: number;
  draw(ask: Ask<Reader>): Promise<VNode | null>;
}

let waits: readonly WaitingFor[] = [];
let parts: readonly SpacePart[] = [];

/** Called once by the application with what its modules declare. */
export function registerSpace(modules: readonly { waiting?: WaitingFor; space?: readonly SpacePart[] }[]): void {
  waits = modules.flatMap(({ waiting }) => waiting ?? []);
  parts = modules.flatMap(({ space }) => space ?? []).sort((a, b) => a.order - b.order);
}

export function listSpaceParts(where: SpacePart['where']): SpacePart[] {
  return parts.filter((part) => part.where === where);
}

/** All that waits for this person: somebody's answer first, then dates, then keeping true; the oldest first. */
export async function listWaiting(db: Read, reader: Reader, lang: Lang, today: string): Promise<Waiting[]> {
  const lists = await Promise.all(waits.map((find) => find(db, reader, lang, today)));
  return lists.flat().sort((a, b) => a.rank - b.rank || a.since.localeCompare(b.since));
}
