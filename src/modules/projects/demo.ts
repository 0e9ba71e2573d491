import data from '~root/db/demo/actions.json';
import { findPartialDate } from '~/platform/dates/partial.ts';
import type { Tx } from '~/platform/db/index.ts';
import { instance } from '~/platform/events/index.ts';
import type { Place, World } from '~/sheets/index.ts';
import type { ActionState, Basis } from '~/modules/strategies/index.ts';
import { parseSeedSource } from '~/world/sources.ts';
import { createAction } from './commands.ts';

interface ActionSeed {
  id: string; holder: string; title: string; summary: string; type: string; state: string; start?: string; end?: string;
  places?: { territory?: string; label?: string; country?: string; role?: string }[];
  partners?: string[]; organisations?: string[]; networks?: string[]; programme?: string; objectives: string[]; basis: string;
  themes?: string[]; countries?: string[]; zones?: string[]; note?: string; sources: string[];
  captions?: { text: string; credit: string; taken?: string; source: string }[];
}

export async function loadActions(tx: Tx, world: World): Promise<void> {
  for (const one of data as ActionSeed[]) {
    const territories = [...(one.partners ?? []), ...(one.places ?? []).flatMap((place) => place.territory ?? [])];
    const known = await listTerritories(tx, territories.map((id) => world.id('territory', id)));
    const named = [...(one.countries ?? []), ...(one.places ?? []).flatMap((place) => place.country ?? [])].map((id) => world.country(id));
    const sheet = await createAction(tx, instance, {
      slug: one.id, type: one.type, title: one.title, summary: one.summary, holderId: world.id('territory', one.holder), state: one.state as ActionState,
      start: findPartialDate(one.start), end: findPartialDate(one.end), themes: one.themes ?? [], sources: one.sources.map(parseSeedSource),
      places: (one.places ?? []).map((place) => toPlace(place, world)),
      // Where it is at home goes without saying: only other countries are named, as for partnerships.
      countries: [...new Set([...known.flatMap((row) => row.countries), ...named])].filter((iso) => iso !== 'FR'),
      words: known.map((row) => row.title).join(' '),
      partners: [...(one.partners ?? []).map((id) => world.id('territory', id)), ...(one.organisations ?? []).map((id) => world.id('organisation', id))],
      networks: (one.networks ?? []).map((id) => world.id('network', id)),
      partnerships: (one.partners ?? []).flatMap((partner) => world.find('partnership', `${one.holder}--${partner}`) ?? []),
      programmes: one.programme ? [world.id('programme', one.programme)] : [],
      objectives: one.objectives.map((id) => ({ id: world.id('objective', id), basis: one.basis as Basis })),
      zones: one.zones ?? [], note: one.note ?? null,
      captions: (one.captions ?? []).map((caption) => ({ text: caption.text, credit: caption.credit, taken: findPartialDate(caption.taken), source: parseSeedSource(caption.source) })),
    });
    if ('refused' in sheet) throw new Error(`Action ${one.id}: ${sheet.refused}`);
    world.set('action', one.id, sheet.id);
  }
}

function toPlace(place: NonNullable<ActionSeed['places']>[number], world: World): Place {
  const role = (place.role ?? 'at') as Place['role'];
  return place.territory ? world.place(place.territory, role) : { role, label: place.label! };
}

async function listTerritories(tx: Tx, ids: string[]): Promise<{ title: string; countries: string[] }[]> {
  if (!ids.length) return [];
  return tx.selectFrom('sheets').select(['title', 'countries']).where('id', 'in', ids).execute();
}
