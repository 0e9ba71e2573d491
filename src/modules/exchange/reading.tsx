import { countChances } from '~/modules/territories/index.ts';
import { get } from '~/platform/http/request.ts';
import { formatPartialDate, translator } from '~/platform/i18n/index.ts';
import { findCountry, listCountries, listThemes } from '~/reference/index.ts';
import { findTypedCountries } from '~/sheets/edit/countries.ts';
import { labelOfType, type SheetAsk } from '~/sheets/index.ts';
import { writeSheetFeed } from '~/sheets/export/index.ts';
import { mayList } from './create.ts';
import { messages } from './messages.ts';
import { ListPage } from './pages/list.tsx';
import { SearchPage } from './pages/search.tsx';
import { paths } from './paths.ts';
import { hasEnded, listAskedCountries, listListings, listWidenings, readQuestion } from './queries.ts';
import { deskOf } from './triage/rules.ts';

const known = { themes: new Set(listThemes().map(({ slug }) => slug)), countries: new Set(listCountries('fr').map(({ iso }) => iso)) };
const everything = { past: false, page: 1 } as const;

async function list(ask: SheetAsk): Promise<Response> {
  const question = readQuestion(ask.query, known);
  const [found, countries, ended] = await Promise.all([listListings(ask.db, ask.reader, question, ask.today), listAskedCountries(ask.db, ask.reader), hasEnded(ask.db, ask.reader, question, ask.today)]);
  const widenings = found.items.length ? [] : await listWidenings(ask.db, ask.reader, question, ask.today);
  return ask.page(<ListPage question={question} {...found} widenings={widenings} countries={countries} hasEnded={ended} mayCreate={mayList(ask.reader)} maySort={deskOf(ask.reader) !== null} />);
}

/** By its code in an address, or by its name as it was typed. */
function readCountry(ask: SheetAsk): { iso: string | null; unknown: string | null } {
  const typed = ask.query('pays');
  if (!typed) return { iso: null, unknown: null };
  const iso = findCountry(typed.toUpperCase())?.iso ?? findTypedCountries(typed).known[0];
  return iso && iso !== 'FR' ? { iso, unknown: null } : { iso: null, unknown: typed };
}

async function search(ask: SheetAsk): Promise<Response> {
  const { iso, unknown } = readCountry(ask);
  const [chances, { items }] = await Promise.all([
    iso ? countChances(ask.db, ask.reader, iso, ask.today) : null,
    listListings(ask.db, ask.reader, { ...everything, ...(iso ? { country: iso } : { type: 'recherche' }) }, ask.today),
  ]);
  const mayWrite = mayList(ask.reader) && ask.reader.acting?.body?.kind === 'territory';
  return ask.page(<SearchPage chances={chances} unknown={unknown} listings={items.slice(0, 8)} mayWrite={mayWrite} />);
}

async function feed(ask: SheetAsk): Promise<Response> {
  const t = translator(messages, ask.lang);
  const { items } = await listListings(ask.db, ask.reader, everything, ask.today);
  const entries = items.map((sheet) => ({ sheet, note: `${labelOfType('listing', sheet.type, ask.lang)}, ${t('list.until', { date: formatPartialDate(ask.lang, { value: sheet.expiresOn, precision: 'day' }) })}.` }));
  const text = writeSheetFeed({ title: t('feed.title', { name: ask.instanceName }), path: paths.feed.href({}), page: paths.list.href({}), entries }, ask);
  return new Response(text, { headers: { 'content-type': 'application/atom+xml; charset=utf-8' } });
}

export const reading = [get(paths.list, { who: 'everyone' }, list), get(paths.feed, { who: 'everyone' }, feed), get(paths.search, { who: 'everyone' }, search)];
