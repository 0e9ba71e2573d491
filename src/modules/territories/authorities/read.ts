import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';

export interface Commune {
  code: string;
  nom: string;
  type: string;
  zone: string;
  departement: string;
  region: string;
  siren?: string;
  population?: number;
  codesPostaux?: string[];
  anciensCodes?: string[];
  /** Code of the present commune, for a delegated or associated one. */
  chefLieu?: string;
  /** Code of the commune, for one of its boroughs. */
  commune?: string;
}

export interface Intercommunality {
  code: string;
  nom: string;
  type: string;
  populationMunicipale: number;
  membres: { code: string }[];
}

export interface Larger {
  code: string;
  nom: string;
  region?: string;
  chefLieu: string;
  typeLiaison: number;
  zone: string;
}

export interface Point {
  geonames: number | null;
  lat: number;
  lon: number;
}

/** The code officiel géographique of the installed package, and our own reference files. */
export interface Cog {
  communes: Commune[];
  intercommunalities: Intercommunality[];
  establishments: Intercommunality[];
  departments: Larger[];
  regions: Larger[];
  siren: Map<string, string>;
  points: Map<string, Point>;
  departmentPoints: Map<string, Point>;
  shortSlugs: Map<string, string>;
}

export async function readCog(): Promise<Cog> {
  const resolve = createRequire(path.join(process.cwd(), 'package.json')).resolve;
  // The list writes the typewriter's apostrophe; pages are typeset.
  const list = async (name: string) => JSON.parse((await readFile(resolve(`@etalab/decoupage-administratif/data/${name}.json`), 'utf8')).replaceAll("'", '’'));
  const own = async (name: string) => readFile(path.join(process.cwd(), 'db/reference', name), 'utf8');
  const [communes, intercommunalities, establishments, departments, regions, siren, points, departmentPoints, shortSlugs] = await Promise.all([
    list('communes'), list('epci'), list('ept'), list('departements'), list('regions'),
    own('siren.json'), own('commune-points.csv'), own('department-points.json'), own('short-addresses.json'),
  ]);
  return {
    communes, intercommunalities, establishments, departments, regions,
    siren: new Map(JSON.parse(siren).siren.map((one: { level: string; code: string; siren: string }) => [`${one.level} ${one.code}`, one.siren])),
    points: new Map(points.trim().split('\n').slice(1).map(parsePoint)),
    departmentPoints: new Map(JSON.parse(departmentPoints).points.map((one: { code: string; lat: number; lon: number }) => [one.code, { geonames: null, lat: one.lat, lon: one.lon }])),
    shortSlugs: new Map(JSON.parse(shortSlugs).addresses.map((one: { code: string; slug: string }) => [one.code, one.slug])),
  };
}

function parsePoint(line: string): [string, Point] {
  const [code, geonames, lat, lon] = line.split(',') as [string, string, string, string];
  return [code, { geonames: Number(geonames), lat: Number(lat), lon: Number(lon) }];
}
