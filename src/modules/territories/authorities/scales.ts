import { titleOfDepartment, slugify } from './naming.ts';
import type { Cog } from './read.ts';
import { addCodes, addName, makeRow, zoneOf, type AuthorityRow } from './rows.ts';

/** The scales above the communes: which authority answers for a département and a région of the code officiel géographique. */
export interface Scales {
  rows: AuthorityRow[];
  /** By code of département: its authority, or none where there is none of that scale (Paris, Lyon, Corse). */
  departments: Map<string, AuthorityRow>;
  regions: Map<string, AuthorityRow>;
}

// One authority where the code has a département and a région (CGCT, L. 4421-1, L. 7111-1, L. 7211-1; Mayotte is a
// département-région), or two départements (Collectivité européenne d'Alsace, law 2019-816).
const single: { title: string; common: string; slug: string; region?: string; departments: string[]; insee: string; context: string; former: string[]; type: string }[] = [
  { title: 'Collectivité de Corse', common: 'Corse', slug: 'corse', region: '94', departments: ['2A', '2B'], insee: '20R', context: 'France', former: ['Département de la Corse-du-Sud', 'Département de la Haute-Corse', 'Région Corse'], type: 'collectivite_unique' },
  { title: 'Collectivité territoriale de Martinique', common: 'Martinique', slug: 'martinique', region: '02', departments: ['972'], insee: '972', context: 'Outre-mer', former: ['Département de la Martinique', 'Région Martinique'], type: 'collectivite_unique' },
  { title: 'Collectivité territoriale de Guyane', common: 'Guyane', slug: 'guyane', region: '03', departments: ['973'], insee: '973', context: 'Outre-mer', former: ['Département de la Guyane', 'Région Guyane'], type: 'collectivite_unique' },
  { title: 'Département de Mayotte', common: 'Mayotte', slug: 'mayotte', region: '06', departments: ['976'], insee: '976', context: 'Outre-mer', former: ['Collectivité départementale de Mayotte'], type: 'collectivite_unique' },
  { title: 'Collectivité européenne d’Alsace', common: 'Alsace', slug: 'alsace', departments: ['67', '68'], insee: '6AE', context: 'Grand Est', former: ['Département du Bas-Rhin', 'Département du Haut-Rhin'], type: 'collectivite_europeenne' },
];
// Not authorities: the Terres australes et antarctiques françaises and Clipperton have no inhabitants to elect any.
export const uninhabited = new Set(['984', '989']);
// The city of Paris is its own département.
const none = new Set(['75']);

export function buildScales(cog: Cog): Scales {
  const rows: AuthorityRow[] = [];
  const departments = new Map<string, AuthorityRow>();
  const regions = new Map<string, AuthorityRow>();
  for (const one of single) {
    const row = makeRow({ type: one.type, title: one.title, slug: one.slug, insee: one.insee, context: one.context, zone: zoneOf(one.departments[0]!), siren: one.region ? (cog.siren.get(`region ${one.region}`) ?? null) : null });
    addName(row, one.common, 'alias');
    for (const former of one.former) addName(row, former, 'former');
    for (const code of one.departments) {
      departments.set(code, row);
      addName(row, code, 'code');
      addName(row, cog.siren.get(`departement ${code}`), 'code');
    }
    if (one.region) regions.set(one.region, row);
    rows.push(row);
  }
  for (const region of cog.regions) {
    if (regions.has(region.code) || uninhabited.has(region.code)) continue;
    const overseas = region.zone === 'com';
    const row = makeRow({
      type: overseas ? 'collectivite_outre_mer' : 'region',
      title: overseas ? region.nom : `Région ${region.nom}`,
      slug: overseas ? slugify(region.nom) : `region-${slugify(region.nom)}`,
      insee: overseas ? region.code : null,
      siren: cog.siren.get(`region ${region.code}`) ?? null,
      zone: zoneOf(overseas ? region.code : region.chefLieu.slice(0, 3)),
      context: region.zone === 'metro' ? 'France' : 'Outre-mer',
    });
    // « 75 » is the code of a région and of a département: it stays out of the names that find.
    if (!overseas) {
      addName(row, region.nom, 'alias');
      addName(row, `Conseil régional ${region.nom}`, 'alias');
    }
    regions.set(region.code, row);
    rows.push(row);
  }
  for (const department of cog.departments) {
    if (departments.has(department.code) || department.zone === 'com' || none.has(department.code)) continue;
    const region = regions.get(department.region!);
    const row = makeRow({
      type: 'departement',
      title: titleOfDepartment(department.nom, department.typeLiaison),
      slug: `departement-${slugify(department.nom)}`,
      context: region ? nameOf(region) : null,
      insee: department.code,
      siren: cog.siren.get(`departement ${department.code}`) ?? null,
      zone: zoneOf(department.code),
      region: region?.id ?? null,
    });
    addName(row, department.nom, 'alias');
    addName(row, titleOfDepartment(department.nom, department.typeLiaison).replace('Département', 'Conseil départemental'), 'alias');
    departments.set(department.code, row);
    rows.push(row);
  }
  for (const row of rows) addCodes(row);
  departments.get('67')!.region = regions.get('44')!.id;
  return { rows, departments, regions };
}

/** « Nouvelle-Aquitaine » for « Région Nouvelle-Aquitaine ». */
export function nameOf(row: AuthorityRow): string {
  return row.title.replace(/^Région /, '');
}
