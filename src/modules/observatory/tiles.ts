import type { Feature, Point } from 'geojson';
import Supercluster from 'supercluster';
import { fromGeojsonVt } from 'vt-pbf';
import { sql, type Read } from '~/platform/db/index.ts';
import { toQuery, type Asked, type Resolved } from '~/sheets/ask/index.ts';
import { sheetHref, visibleTo, type Reader } from '~/sheets/index.ts';

interface Properties {
  num: number;
}

type Index = Supercluster<Properties, object>;

/** The tiles' own zooms: from the last one on, each point stands alone and MapLibre enlarges the tile. */
export const lastZoom = 8;
const extent = 4096;
/** Fewer points than this are told apart, as the drawn map does. */
const gathered = 150;

const indexes = new WeakMap<object, Map<string, Index>>();
const keptQuestions = 8;

/** Points of the answer, gathered for each zoom: once for a question, as long as nothing changes. */
function openIndex({ catalogue, bits }: Asked, key: string): Index {
  const cache = indexes.get(catalogue) ?? indexes.set(catalogue, new Map()).get(catalogue)!;
  const found = cache.get(key);
  if (found) return found;
  const { lon, lat, of } = catalogue.points;
  const features: Feature<Point, Properties>[] = [];
  for (let at = 0; at < of.length; at++) {
    if (bits.has(of[at]!)) features.push({ type: 'Feature', properties: { num: catalogue.nums[of[at]!]! }, geometry: { type: 'Point', coordinates: [lon[at]!, lat[at]!] } });
  }
  const index: Index = new Supercluster<Properties, object>({ radius: (features.length > gathered ? 44 : 6) * (extent / 512), extent, maxZoom: lastZoom - 1 });
  index.load(features);
  if (cache.size >= keptQuestions) cache.delete(cache.keys().next().value!);
  cache.set(key, index);
  return index;
}

export interface TileAddress {
  z: number;
  x: number;
  y: number;
}

export function isTile({ z, x, y }: TileAddress): boolean {
  return z <= lastZoom && x < 2 ** z && y < 2 ** z;
}

/** A vector tile of the answer: groups with their count, and sheets alone with their name and address. */
export async function buildTile(db: Read, reader: Reader, resolved: Resolved, asked: Asked, { z, x, y }: TileAddress, to: (path: string) => string): Promise<Uint8Array> {
  const tile = openIndex(asked, [reader.kind, ...reader.bodies, asked.position, toQuery(resolved.question)].join(' ')).getTile(z, x, y);
  const features = (tile?.features ?? []).map((feature) => ({ ...feature, num: (feature.tags as Partial<Properties>).num }));
  const names = await listNames(db, reader, features.map((feature) => feature.num).filter((num) => num !== undefined));
  const drawn = features.flatMap(({ num, ...feature }) => {
    if (num === undefined) return [feature as object];
    const place = names.get(num);
    return place ? [{ ...feature, tags: { title: place.title, context: place.context ?? '', href: to(sheetHref(place.kind, place.slug)), sign: place.type === 'jumelage' ? 'full' : 'empty' } }] : [];
  });
  return fromGeojsonVt({ sheets: { features: drawn } }, { version: 2, extent });
}

interface Named {
  num: number;
  kind: string;
  slug: string;
  type: string | null;
  title: string;
  context: string | null;
}

/** On a map a thread is called by its far end. */
async function listNames(db: Read, reader: Reader, nums: number[]): Promise<Map<number, Named>> {
  if (!nums.length) return new Map();
  const { rows } = await sql<Named>`
    select s.num, s.kind, s.slug, s.type, coalesce(far.label, s.title) as title, case when far.label is null then s.context else s.title end as context
    from sheets s left join lateral (select string_agg(label, ', ' order by position) as label from sheet_places where sheet_id = s.id and role = 'to') far on true
    where s.num = any(${nums}::int[]) and ${visibleTo(reader, 's')}`.execute(db);
  return new Map(rows.map((row) => [row.num, row]));
}
