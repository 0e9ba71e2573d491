import { createSlugs, nameIntercommunality, slugify } from './naming.ts';
import { placeAll } from './positions.ts';
import type { Cog, Commune, Intercommunality } from './read.ts';
import { addCodes, addName, makeRow, zoneOf, type AuthorityRow } from './rows.ts';
import { buildScales, uninhabited, type Scales } from './scales.ts';

// Insee 2026: reference populations of 2023. Mayotte's are of 2017; the package does not date those of the overseas collectivities.
const year = (department: string) => (department === '976' ? '2017' : /^98|^97[578]/.test(department) ? null : '2023');
// Saint-Barthélemy and Saint-Martin are coded as communes and are one authority each since 2007.
const whole: Record<string, string> = { '97701': '977', '97801': '978' };

/** Every French authority of the code, nested, placed, named. Pure. */
export function buildAuthorities(cog: Cog): AuthorityRow[] {
  const scales = buildScales(cog);
  const present = cog.communes.filter((one) => one.type === 'commune-actuelle' && !uninhabited.has(one.departement));
  const byCode = new Map(present.map((one) => [one.code, one]));
  const departmentNames = new Map(cog.departments.map((one) => [one.code, one.nom]));
  const contextOf = (code: string) => `${departmentNames.get(code)} (${code})`;
  const slugs = createSlugs([...cog.shortSlugs.values(), ...scales.rows.map((row) => row.slug)]);

  const groups = [...cog.intercommunalities, ...cog.establishments].map((group) => {
    const { type, title, short } = nameIntercommunality(group.nom, group.type);
    const main = mainCommune(group, byCode);
    const slug = cog.shortSlugs.get(group.code) ?? slugs.claim([slugify(group.nom), `${slugify(group.nom)}-${main.departement.toLowerCase()}`, group.code]);
    const row = makeRow({ type, title, slug, siren: group.code, population: group.populationMunicipale, year: year(main.departement), context: contextOf(main.departement), zone: zoneOf(main.departement), ...above(scales, main) });
    addName(row, short, 'alias');
    // It is a collectivité with the powers of a département on its territory (CGCT, L. 3611-1).
    if (group.type === 'MET69') Object.assign(row, { department: null, insee: '69M' });
    addCodes(row);
    return { group, row, main };
  });
  const groupOf = new Map<string, AuthorityRow>();
  const withoutDepartment = new Set<string>();
  for (const { group, row } of groups) {
    for (const member of group.membres) {
      if (group.type !== 'EPT') groupOf.set(member.code, row);
      if (group.type === 'MET69') withoutDepartment.add(member.code);
    }
  }

  const bySlug = Map.groupBy(present, (one) => slugify(one.nom));
  const communes = new Map<string, AuthorityRow>();
  for (const commune of present) {
    const collectivity = whole[commune.code] && scales.regions.get(whole[commune.code]!);
    const row = collectivity || makeRow({
      type: 'commune',
      title: commune.nom,
      slug: slugOf(commune, bySlug, cog, slugs),
      context: commune.code === '75056' ? 'Île-de-France' : contextOf(commune.departement),
      zone: zoneOf(commune.departement),
      intercommunality: groupOf.get(commune.code)?.id ?? null,
      ...above(scales, commune),
      ...(withoutDepartment.has(commune.code) ? { department: null } : {}),
    });
    Object.assign(row, { insee: commune.code, siren: commune.siren ?? null, population: commune.population ?? null, year: commune.population === undefined ? null : year(commune.departement), postal: commune.codesPostaux ?? [] });
    addCodes(row);
    for (const code of commune.anciensCodes ?? []) addName(row, code, 'code');
    communes.set(commune.code, row);
  }
  for (const one of cog.communes) if (one.type !== 'commune-actuelle') addFormer(communes, one);

  const rows = [...scales.rows, ...groups.map(({ row }) => row), ...communes.values()];
  const all = [...new Set(rows)];
  countPeople(all, scales);
  placeAll(cog, present, communes, groups, scales);
  return all;
}

/** A delegated or associated commune leads to the one that it is now part of; a borough's code to its city. */
function addFormer(communes: Map<string, AuthorityRow>, one: Commune): void {
  const successor = communes.get(one.chefLieu ?? one.commune ?? '');
  if (!successor) return;
  addName(successor, one.code, 'code');
  if (one.type !== 'arrondissement-municipal') addName(successor, one.nom, 'former');
}

function slugOf(commune: Commune, bySlug: Map<string, Commune[]>, cog: Cog, slugs: ReturnType<typeof createSlugs>): string {
  const short = cog.shortSlugs.get(commune.code);
  if (short) return short;
  const bare = slugify(commune.nom);
  const suffixed = `${bare}-${commune.departement.toLowerCase()}`;
  return slugs.claim([...(bySlug.get(bare)!.length === 1 ? [bare] : []), suffixed, `${bare}-${commune.code.toLowerCase()}`]);
}

function above(scales: Scales, commune: Commune): { department: string | null; region: string | null } {
  const department = scales.departments.get(commune.departement);
  const region = scales.regions.get(commune.region);
  return { department: department?.id ?? null, region: region && region.id !== department?.id ? region.id : null };
}

function mainCommune(group: Intercommunality, byCode: Map<string, Commune>): Commune {
  return group.membres.map((member) => byCode.get(member.code)).filter((one) => one !== undefined)
    .reduce((most, one) => ((one.population ?? 0) > (most.population ?? 0) ? one : most));
}

/** Reference populations are sums of the communes' at every scale. */
function countPeople(rows: AuthorityRow[], scales: Scales): void {
  const above = new Map(scales.rows.map((row) => [row.id, row]));
  for (const row of rows) {
    if (row.type !== 'commune' || row.population === null) continue;
    for (const id of [row.department, row.region]) {
      const larger = id ? above.get(id) : undefined;
      if (!larger) continue;
      larger.population = (larger.population ?? 0) + row.population;
      larger.year = row.year;
    }
  }
}
