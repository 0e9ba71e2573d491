import { sql, type Read } from '~/platform/db/index.ts';
import { sheetHref, visibleTo, type Reader } from '~/sheets/index.ts';
import { escape } from './atom.ts';
import { paths } from './paths.ts';

// sitemaps.org allows 50 000 addresses a file
const perFile = 20_000;
// A sheet's number is a 32-bit integer: beyond, PostgreSQL would not read the question.
const lastFile = Math.floor(2 ** 31 / perFile);

const head = '<?xml version="1.0" encoding="UTF-8"?>\n';
const namespace = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"';

/** Pages that are no sheet's. */
const others = ['/', '/observatoire?genre=partenariat', '/recherche', '/donnees', '/nouveautes', '/a-confirmer', '/agenda', '/anniversaires'];

/** By number, so that a sheet never moves from one file to another. */
export async function writeSitemapIndex(db: Read, reader: Reader, origin: string): Promise<string> {
  const { last } = await db.selectFrom('sheets').select((eb) => eb.fn.max('num').as('last')).where(visibleTo(reader)).executeTakeFirstOrThrow();
  const files = Array.from({ length: Math.floor(Number(last ?? 0) / perFile) + 1 }, (_, n) => `<sitemap><loc>${escape(origin + paths.sitemapPart.href({ n: `${n + 1}.xml` }))}</loc></sitemap>`);
  return `${head}<sitemapindex ${namespace}>\n${files.join('\n')}\n</sitemapindex>\n`;
}

export async function writeSitemap(db: Read, reader: Reader, origin: string, file: number): Promise<string | undefined> {
  if (file > lastFile) return undefined;
  const rows = await db
    .selectFrom('sheets')
    .select(['kind', 'slug'])
    .select(sql<string>`to_char(updated_at at time zone 'utc', 'YYYY-MM-DD')`.as('day'))
    .where('num', '>=', (file - 1) * perFile)
    .where('num', '<', file * perFile)
    .where(visibleTo(reader))
    .orderBy('num')
    .execute();
  if (!rows.length && file !== 1) return undefined;
  const url = (address: string, day?: string) => `<url><loc>${escape(origin + address)}</loc>${day ? `<lastmod>${day}</lastmod>` : ''}</url>`;
  const urls = [...(file === 1 ? others.map((address) => url(address)) : []), ...rows.map((row) => url(sheetHref(row.kind, row.slug), row.day))];
  return `${head}<urlset ${namespace}>\n${urls.join('\n')}\n</urlset>\n`;
}
