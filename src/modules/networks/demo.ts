import data from '~root/db/demo/networks.json';
import { findPartialDate } from '~/platform/dates/partial.ts';
import type { Tx } from '~/platform/db/index.ts';
import { instance } from '~/platform/events/index.ts';
import type { Fact, NameKind, World } from '~/sheets/index.ts';
import { parseSeedSource } from '~/world/sources.ts';
import { createNetwork, setParentNetwork, type Listing } from './commands.ts';
import { addNetworkRole } from './role-commands.ts';
import type { Role, Scale } from './rules.ts';

interface NetworkSeed {
  id: string; title: string; acronym?: string; names?: { name: string; kind: string }[]; type: string; scale: string; mission?: string;
  aims?: string[]; founded?: string; founders?: string[]; parent?: string; themes?: string[]; note?: string; places?: string[];
  figures?: { field: string; value: string; unit?: string; qualifier?: string; observed?: string; outdated?: boolean; note?: string; source: string }[];
  listings?: { authority: string; standing: string; source: string }[]; sources: string[];
}

interface RoleSeed {
  id: string; network: string; role: string; scope?: string; since?: string; holders: string[]; hostingPlace?: string; note?: string; sources: string[];
}

const { networks, roles } = data as { networks: NetworkSeed[]; roles: RoleSeed[] };

/** The documents say « le Département » and name none. */
const unnamed: Record<string, string> = { 'departement-de-bordeaux': 'le Département (non nommé par le document)' };

export async function loadNetworks(tx: Tx, world: World): Promise<void> {
  for (const one of networks) {
    const sheet = await createNetwork(tx, instance, {
      slug: one.id, type: one.type, title: one.title, context: one.acronym ?? null, summary: one.mission ?? null,
      names: [...(one.acronym ? [{ name: one.acronym, kind: 'acronym' as const }] : []), ...(one.names ?? []).map((name) => ({ name: name.name, kind: name.kind as NameKind }))],
      scale: one.scale as Scale, founded: findPartialDate(one.founded), founders: one.founders, aims: one.aims, note: one.note ?? null,
      themes: one.themes, places: (one.places ?? []).map((id) => world.place(id, 'at')),
      facts: (one.figures ?? []).map(toFact),
      listings: (one.listings ?? []).map((row) => ({ authority: world.id('territory', row.authority), standing: row.standing as Listing['standing'], source: parseSeedSource(row.source) })),
      sources: one.sources.map(parseSeedSource), weight: roles.filter((role) => role.network === one.id).length,
    });
    world.set('network', one.id, sheet.id);
  }
  for (const one of networks) if (one.parent) await setParentNetwork(tx, instance, world.id('network', one.id), world.id('network', one.parent));
  for (const role of roles) await loadRole(tx, world, role);
}

async function loadRole(tx: Tx, world: World, role: RoleSeed): Promise<void> {
  const done = await addNetworkRole(tx, instance, {
    networkId: world.id('network', role.network), role: role.role as Role, scope: role.scope ?? null, since: findPartialDate(role.since) ?? null,
    hostingPlace: role.hostingPlace ?? null, note: role.note ?? null, sources: role.sources.map(parseSeedSource),
    holders: role.holders.map((id) => (unnamed[id] ? { label: unnamed[id] } : { authorityId: world.id('territory', id) })),
  });
  if ('refused' in done) throw new Error(`Role ${role.id}: ${done.refused}`);
}

function toFact(figure: NonNullable<NetworkSeed['figures']>[number]): Fact {
  return {
    field: figure.field, value: figure.value, unit: figure.unit, qualifier: figure.qualifier, outdated: figure.outdated, note: figure.note,
    observed: findPartialDate(figure.observed), sources: [parseSeedSource(figure.source)],
  };
}
