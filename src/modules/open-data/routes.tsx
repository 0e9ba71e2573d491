import { get } from '~/platform/http/request.ts';
import { readQuestion } from '~/sheets/ask/index.ts';
import type { SheetAsk } from '~/sheets/index.ts';
import { writeAtom } from './atom.ts';
import { listNews } from './news.ts';
import { AboutPage } from './pages/about.tsx';
import { NewsPage } from './pages/news.tsx';
import { paths } from './paths.ts';
import { countByGenre } from './queries.ts';
import { answerSheetFile } from './sheet-files.ts';
import { writeSitemap, writeSitemapIndex } from './sitemap.ts';

const everyone = { who: 'everyone' } as const;
const machine = { who: 'everyone', machine: true } as const;
const newsPage = 40;

const send = (text: string, type: string) => new Response(text, { headers: { 'content-type': `${type}; charset=utf-8` } });

function readBefore(ask: SheetAsk): number | undefined {
  const text = ask.query('apres');
  return text && /^\d{1,15}$/.test(text) ? Number(text) : undefined;
}

export const routes = [
  get(paths.about, everyone, async (ask: SheetAsk) => ask.page(<AboutPage genres={await countByGenre(ask.db, ask.reader)} />)),
  get(paths.news, everyone, async (ask: SheetAsk) =>
    ask.page(<NewsPage news={await listNews(ask.db, ask.reader, readQuestion(ask.url.searchParams), { before: readBefore(ask), limit: newsPage })} before={readBefore(ask)} />)),
  get(paths.atom, everyone, async (ask: SheetAsk) =>
    send(writeAtom(await listNews(ask.db, ask.reader, readQuestion(ask.url.searchParams), { limit: newsPage }), ask), 'application/atom+xml')),
  get(paths.sitemap, machine, async (ask: SheetAsk) => send(await writeSitemapIndex(ask.db, ask.reader, ask.origin), 'application/xml')),
  get(paths.sitemapPart, machine, async (ask: SheetAsk) => {
    const text = await writeSitemap(ask.db, ask.reader, ask.origin, Number.parseInt(ask.param('n'), 10));
    return text ? send(text, 'application/xml') : ask.notFound();
  }),
  get(paths.robots, machine, (ask: SheetAsk) => send(`User-agent: *\nDisallow: /recherche\nDisallow: /carte/\n\nSitemap: ${ask.origin}${paths.sitemap.href({})}\n`, 'text/plain')),
  get(paths.sheetJson, machine, (ask: SheetAsk) => answerSheetFile(ask, 'json')),
  get(paths.sheetCsv, machine, (ask: SheetAsk) => answerSheetFile(ask, 'csv')),
  get(paths.sheetGeojson, machine, (ask: SheetAsk) => answerSheetFile(ask, 'geojson')),
];
