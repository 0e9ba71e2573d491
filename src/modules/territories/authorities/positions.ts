import type { Cog, Commune, Intercommunality, Point } from './read.ts';
import { placeRow, type AuthorityRow } from './rows.ts';
import type { Scales } from './scales.ts';

interface Group {
  group: Intercommunality;
  row: AuthorityRow;
  main: Commune;
}

/**
 * GeoNames places 14 788 communes, nine inhabitants in ten. The others are placed among those they share a postal code
 * with, then within their intercommunality, then in their département, and their page says which.
 */
export function placeAll(cog: Cog, present: Commune[], communes: Map<string, AuthorityRow>, groups: Group[], scales: Scales): void {
  const around = new Map<string, Point>();
  for (const [postal, points] of collect(present, (one) => one.codesPostaux ?? [], cog.points)) around.set(postal, centre(points));
  const within = new Map(groups.map(({ group }) => [group.code, centreOf(group, cog.points)]));
  const groupOf = new Map(groups.flatMap(({ group }) => group.membres.map((member) => [member.code, group.code] as const)));
  for (const commune of present) {
    const row = communes.get(commune.code)!;
    const neighbour = commune.codesPostaux?.map((postal) => around.get(postal)).find((point) => point !== undefined);
    const group = within.get(groupOf.get(commune.code) ?? '');
    if (cog.points.has(commune.code)) placeRow(row, cog.points.get(commune.code), 'exact');
    else if (neighbour) placeRow(row, neighbour, 'neighbours');
    else if (group) placeRow(row, group, 'intercommunality');
    else placeRow(row, cog.departmentPoints.get(commune.departement), 'department');
  }
  const pointOf = (code: string): Point | undefined => {
    const row = communes.get(code);
    return row?.lat === null || row?.lon === null || !row ? undefined : { geonames: null, lat: row.lat, lon: row.lon };
  };
  for (const { row, main } of groups) placeRow(row, pointOf(main.code), 'main-commune');
  for (const one of cog.departments) placeLarger(scales.departments.get(one.code), pointOf(one.chefLieu));
  for (const one of cog.regions) placeLarger(scales.regions.get(one.code), pointOf(one.chefLieu));
}

function placeLarger(row: AuthorityRow | undefined, point: Point | undefined): void {
  if (row && row.lat === null) placeRow(row, point, 'chief-town');
}

function* collect(present: Commune[], keysOf: (one: Commune) => string[], points: Map<string, Point>): Iterable<[string, Point[]]> {
  const found = new Map<string, Point[]>();
  for (const one of present) {
    const point = points.get(one.code);
    if (!point) continue;
    for (const key of keysOf(one)) (found.get(key) ?? found.set(key, []).get(key)!).push(point);
  }
  yield* found;
}

function centreOf(group: Intercommunality, points: Map<string, Point>): Point | undefined {
  const known = group.membres.map((member) => points.get(member.code)).filter((point) => point !== undefined);
  return known.length ? centre(known) : undefined;
}

function centre(points: Point[]): Point {
  const mean = (pick: (point: Point) => number) => Math.round((points.reduce((sum, point) => sum + pick(point), 0) / points.length) * 1e3) / 1e3;
  return { geonames: null, lat: mean((point) => point.lat), lon: mean((point) => point.lon) };
}
