import type { Tx } from '~/platform/db/index.ts';
import type { Actor } from '~/platform/events/index.ts';
import type { PartialDate } from '~/platform/dates/partial.ts';
import { attachAction, type ActionState, type Basis } from '~/modules/strategies/index.ts';
import { createSheet, type Fact, type Place, type SheetInput, type SheetRef, type Source } from '~/sheets/index.ts';

export interface Caption {
  text: string;
  credit: string;
  taken?: PartialDate;
  source: Source;
}

export interface ActionInput extends Pick<SheetInput, 'slug' | 'type' | 'title' | 'summary' | 'start' | 'end' | 'countries' | 'themes' | 'sdgs' | 'sources' | 'visibility'> {
  holderId: string;
  state: ActionState;
  places: Place[];
  partners: string[];
  networks: string[];
  programmes: string[];
  partnerships: string[];
  objectives: { id: string; basis: Basis }[];
  /** Zones that the source names without naming a country: « Amérique latine et Caraïbes ». */
  zones: string[];
  captions: Caption[];
  note: string | null;
  /** Names of partners, so that they find the action. */
  words: string;
}

export async function createAction(tx: Tx, actor: Actor, input: ActionInput): Promise<SheetRef | { refused: 'other-authority' }> {
  const { holderId, state, partners, networks, programmes, partnerships, objectives, zones, captions, note, words, ...sheetInput } = input;
  const source = input.sources?.[0];
  const sheet = await createSheet(tx, actor, {
    kind: 'action',
    ...sheetInput,
    ownerId: holderId,
    state: { state, at: state === 'done' ? (input.start ?? undefined) : undefined, source },
    startMeaning: input.start ? 'action' : null,
    body: [words, note, ...captions.map((caption) => caption.text)].filter(Boolean).join(' '),
    links: [
      { role: 'holder', to: holderId },
      ...partners.map((to) => ({ role: 'partner', to })),
      ...networks.map((to) => ({ role: 'network', to })),
      ...programmes.map((to) => ({ role: 'programme', to })),
      ...partnerships.map((to) => ({ role: 'partnership', to })),
    ],
    facts: [...zones.map((zone) => zoneFact(zone, input.sources ?? [])), ...captions.map(captionFact)],
  });
  await tx.insertInto('actions').values({ sheet_id: sheet.id, note }).execute();
  for (const { id, basis } of objectives) {
    const done = await attachAction(tx, actor, { actionId: sheet.id, objectiveId: id, basis });
    if (done !== 'attached') return done;
  }
  return sheet;
}

function zoneFact(zone: string, sources: Source[]): Fact {
  return { field: 'zone', value: zone, sources };
}

/** A picture that we do not have yet: its caption and its credit are facts already. */
function captionFact(caption: Caption): Fact {
  return { field: 'caption', value: caption.text, label: caption.credit, observed: caption.taken, sources: [caption.source] };
}
