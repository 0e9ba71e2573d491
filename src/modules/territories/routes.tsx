import { findCountry, findZone } from '~/reference/index.ts';
import { get } from '~/platform/http/request.ts';
import { answerSheet, drawInCountry, findSheet, listConcerning, type SheetAsk, type SheetFrame } from '~/sheets/index.ts';
import { countZones, getCountry, getZone, listReached } from './countries.ts';
import { findTerritories } from './finder.ts';
import { CountriesPage } from './pages/countries.tsx';
import { CountryPage } from './pages/country.tsx';
import { FinderPage } from './pages/finder.tsx';
import { ForeignPage } from './pages/foreign.tsx';
import { FrenchPage } from './pages/french.tsx';
import { ZonePage } from './pages/zone.tsx';
import { nameRelations } from './namings.ts';
import { paths } from './paths.ts';
import { findSlugByCode, getTerritory, listNamings, type TerritoryDetail } from './queries.ts';
import { countActions, listEngaged, listEngagedAround, listEngagedWithin, listLatestSources, listRelations, listShared } from './relations.ts';
import { getSaid } from './said.ts';

export const routes = [
  get(paths.list, { who: 'everyone' }, async (ask: SheetAsk) => {
    const text = ask.query('q')?.slice(0, 200);
    const [answer, engaged, shared] = await Promise.all([
      text ? findTerritories(ask.db, ask.reader, text) : undefined,
      text ? [] : listEngaged(ask.db, ask.reader, 'french'),
      text ? [] : listShared(ask.db, ask.reader),
    ]);
    return ask.page(<FinderPage text={text} answer={answer} engaged={engaged} shared={shared} />);
  }),
  get(paths.show, { who: 'everyone' }, async (ask: SheetAsk) => {
    const slug = ask.param('slug');
    const known = await findSheet(ask.db, ask.reader, 'territory', slug);
    const named = known ? undefined : await findSlugByCode(ask.db, ask.reader, slug);
    if (named) return ask.redirect(ask.to(paths.show.href({ slug: named })), 301);
    return answerSheet(ask, 'territory', (frame) => drawTerritory(ask, frame));
  }),
  get(paths.countries, { who: 'everyone' }, async (ask: SheetAsk) => 
    ask.page(<CountriesPage reached={await listReached(ask.db, ask.reader)} byZone={await countZones(ask.db, ask.reader)} />)),
  get(paths.country, { who: 'everyone' }, async (ask: SheetAsk) => {
    const country = findCountry(ask.param('iso'));
    if (!country) return ask.notFound();
    if (country.iso === 'FR' || country.partOf === 'FR') return ask.redirect(ask.to(paths.list.href({})));
    if (country.iso !== ask.param('iso')) return ask.redirect(ask.to(paths.country.href({ iso: country.iso })), 301);
    return ask.page(<CountryPage country={country} {...await getCountry(ask.db, ask.reader, country.iso, ask.today)} inside={await drawInCountry(ask, country.iso)} />);
  }),
  get(paths.zone, { who: 'everyone' }, async (ask: SheetAsk) => {
    const zone = findZone(ask.param('slug'));
    return zone ? ask.page(<ZonePage zone={zone} {...await getZone(ask.db, ask.reader, zone)} />) : ask.notFound();
  }),
];

async function drawTerritory(ask: SheetAsk, frame: SheetFrame) {
  const { db, reader } = ask;
  const { sheet } = frame;
  const [detail, relations, groups] = await Promise.all([
    getTerritory(db, reader, sheet),
    listRelations(db, reader, { territory: sheet.id }),
    listConcerning(db, reader, { territory: sheet.num }, { limit: 6, except: ['territory', 'partnership', 'network', 'objective', 'programme'] }),
  ]);
  return detail.side === 'french' ? drawFrench(ask, frame, detail, relations, groups) : drawForeign(ask, frame, detail, relations, groups);
}

type Relations = Awaited<ReturnType<typeof listRelations>>;
type Groups = Awaited<ReturnType<typeof listConcerning>>;

async function drawFrench({ db, reader, lang }: SheetAsk, frame: SheetFrame, detail: TerritoryDetail, relations: Relations, groups: Groups) {
  const { id } = frame.sheet;
  const [said, around, within] = await Promise.all([
    getSaid(db, reader, id),
    relations.length > 2 ? [] : listEngagedAround(db, reader, id),
    detail.within ? listEngagedWithin(db, reader, id, detail.within) : [],
  ]);
  const inside = new Set(within.map((one) => one.id));
  return <FrenchPage {...{ frame, detail, groups, within, said }} relations={lang === 'fr' ? nameRelations(relations, said.names) : relations} around={around.filter((one) => !inside.has(one.id))} />;
}

async function drawForeign({ db, reader }: SheetAsk, frame: SheetFrame, detail: TerritoryDetail, relations: Relations, groups: Groups) {
  const [iso] = frame.sheet.countries;
  const [said, namings, shared, sources, actions] = await Promise.all([
    getSaid(db, reader, frame.sheet.id),
    iso ? listNamings(db, reader, iso) : [],
    listShared(db, reader),
    listLatestSources(db, relations.map(({ partnership }) => partnership.id)),
    countActions(db, reader, frame.sheet.num),
  ]);
  return <ForeignPage {...{ frame, detail, relations, groups, namings, shared, sources, actions, said }} />;
}
