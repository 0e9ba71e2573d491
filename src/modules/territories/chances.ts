import { sql, type Read } from '~/platform/db/index.ts';
import { visibleTo, type Reader } from '~/sheets/index.ts';

/** What one may hope for when one looks for a partner in a country, counted from what is published here. */
export interface Chances {
  iso: string;
  /** French authorities that already have a partnership there, not ended. */
  partners: number;
  /** French authorities that look for one there now. */
  seekers: number;
  /** Listings by which places there offer or look for one. */
  offers: number;
}

export type Verdict = 'few' | 'some' | 'good' | 'unknown';

/** Said plainly: nobody there offers, and others look already. */
export function judge({ seekers, offers }: Pick<Chances, 'seekers' | 'offers'>): Verdict {
  if (offers === 0) return seekers > 0 ? 'few' : 'unknown';
  return offers > seekers ? 'good' : 'some';
}

export async function countChances(db: Read, reader: Reader, iso: string, today: string): Promise<Chances> {
  const open = sql`s.kind = 'listing' and s.phase = 'ongoing' and (s.end_date is null or s.end_date >= ${today})`;
  const { rows } = await sql<Omit<Chances, 'iso'>>`select
    (select count(distinct l.to_id) from sheets s join sheet_links l on l.from_id = s.id and l.role = 'french'
      where s.kind = 'partnership' and s.countries @> array[${iso}] and s.phase in ('ongoing', 'paused', 'upcoming') and ${visibleTo(reader, 's')})::integer as partners,
    (select count(distinct s.owner_id) from sheets s join sheets o on o.id = s.owner_id
      where ${open} and s.type = 'recherche' and s.countries @> array[${iso}] and o.countries @> array['FR'] and ${visibleTo(reader, 's')})::integer as seekers,
    (select count(*) from sheets s join sheets o on o.id = s.owner_id
      where ${open} and s.type in ('offre', 'recherche') and o.countries @> array[${iso}] and not o.countries @> array['FR'] and ${visibleTo(reader, 's')})::integer as offers`.execute(db);
  return { iso, ...rows[0]! };
}
