import data from '~root/db/demo/groups.json';
import type { Tx } from '~/platform/db/index.ts';
import { instance } from '~/platform/events/index.ts';
import { findFunctions } from '~/modules/people/index.ts';
import { addLinks, refreshSheet, type World } from '~/sheets/index.ts';
import { parseSeedSource } from '~/world/sources.ts';
import { createGroup, type Topic, type Way } from './commands.ts';

interface Seed {
  id: string; slug: string; type: string; title: string; summary: string; host: string; names?: string[]; country?: string; chair?: { person: string; function: number };
  members?: number[]; note?: string; joining?: Way; reserved?: ('elected' | 'agent')[]; themes?: string[]; territories?: string[]; sessions?: string[]; events?: string[]; source: string[];
  statements?: { topic: string; text: string; source: string }[];
}

export async function demo(tx: Tx, world: World): Promise<void> {
  const find = await findFunctions(tx);
  for (const group of data.groups as Seed[]) {
    const { id } = await createGroup(tx, instance, {
      slug: group.slug,
      type: group.type,
      title: group.title,
      summary: group.summary,
      names: (group.names ?? []).map((name) => ({ name, kind: 'alias' })),
      state: { state: 'active', source: parseSeedSource(group.source[0]!) },
      countries: group.country ? [world.country(group.country)] : [],
      themes: group.themes ?? [],
      links: [
        { role: 'host', to: world.find('network', group.host) ?? world.id('organisation', group.host) },
        ...(group.territories ?? []).map((territory) => ({ role: 'member', to: world.id('territory', territory) })),
      ],
      sources: group.source.map(parseSeedSource),
      chairFunctionId: group.chair && find(group.chair.person, group.chair.function),
      members: group.members as [number, number] | undefined,
      note: group.note,
      joining: group.joining,
      reserved: group.reserved,
      statements: (group.statements ?? []).map((one) => ({ ...one, topic: one.topic as Topic, source: parseSeedSource(one.source) })),
    });
    world.set('group', group.id, id);
    await linkMeetings(tx, world, group, id);
  }
}

/** Meetings were written before: their sheets now point to the group that met. */
async function linkMeetings(tx: Tx, world: World, { sessions = [], events = [] }: Seed, id: string): Promise<void> {
  const meetings = [...sessions.map((one) => world.id('session', one)), ...events.map((one) => world.id('event', one))];
  for (const meeting of meetings) {
    await addLinks(tx, meeting, [{ role: 'group', to: id }]);
    await refreshSheet(tx, meeting);
  }
}
