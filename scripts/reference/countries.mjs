import { readFileSync } from 'node:fs';
import path from 'node:path';
import { writeList } from './write.mjs';

const [cldr, iso] = process.argv.slice(2);
const read = (file) => JSON.parse(readFileSync(file, 'utf8'));
const codes = read(path.join(iso, 'codes.json'));
const contains = read(path.join(cldr, 'supplemental/territoryContainment.json')).supplemental.territoryContainment;

// The documents say Palestine; CLDR writes « Territoires palestiniens ». Hong Kong and Macao without their status, as everybody says.
const chosen = {
  PS: { fr: 'Palestine', en: 'Palestine', es: 'Palestina' },
  HK: { fr: 'Hong Kong', en: 'Hong Kong', es: 'Hong Kong' },
  MO: { fr: 'Macao', en: 'Macao', es: 'Macao' },
};
const aliases = {
  PS: ['Territoires palestiniens', 'Territoire palestinien', 'État de Palestine', 'Palestinian Territories', 'Territorios palestinos'],
  GB: ['Grande-Bretagne', 'Grande Bretagne', 'Great Britain', 'Gran Bretaña', 'UK'],
  US: ['Etats Unis', 'États-Unis d’Amérique', 'USA'],
  VN: ['Vietnam', 'Viêt Nam', 'Viet Nam'],
  NL: ['Hollande'], CI: ['Cote d’Ivoire', 'Ivory Coast'], CD: ['RDC', 'République démocratique du Congo'], CG: ['République du Congo'],
  CV: ['Cabo Verde', 'Cap Vert'], MM: ['Birmanie'], BY: ['Bélarus'], MD: ['Moldova'], TR: ['Türkiye'], CZ: ['République tchèque'], LA: ['Laos'], KR: ['Corée du Sud'], KP: ['Corée du Nord'],
  SZ: ['Swaziland'], MK: ['Macédoine'],
};
// Parts of the Republic that ISO 3166-1 codes apart
const french = ['BL', 'GF', 'GP', 'MF', 'MQ', 'NC', 'PF', 'PM', 'RE', 'TF', 'WF', 'YT'];

const names = Object.fromEntries(['fr', 'en', 'es'].map((lang) => [lang, new Intl.DisplayNames(lang, { type: 'region' })]));
const apostrophe = (text) => text.replaceAll('’', '’');
const items = codes
  .filter(([two]) => two !== 'XK')
  .map(([two, three, numeric]) => ({
    iso: two, iso3: three, numeric,
    ...Object.fromEntries(['fr', 'en', 'es'].map((lang) => [lang, apostrophe(chosen[two]?.[lang] ?? names[lang].of(two))])),
    ...(aliases[two] ? { aliases: aliases[two] } : {}),
    ...(french.includes(two) ? { partOf: 'FR' } : {}),
  }))
  .sort((a, b) => (a.iso < b.iso ? -1 : 1));
writeList('countries.json', {
  source: `ISO 3166-1 codes: i18n-iso-countries ${read(path.join(iso, 'package.json')).version} (MIT). Names: Unicode CLDR ${process.versions.cldr} through Intl.DisplayNames, except ${Object.keys(chosen).join(' and ')}; further names by Jumelles.`,
  licence: 'Unicode-3.0, MIT', date: '2026-11-22',
}, 'countries', items);

const known = new Set(items.map((item) => item.iso));
const flatten = (code) => (contains[code] && !['EU', 'UN', 'EZ'].includes(code) ? contains[code]._contains.flatMap(flatten) : [code]).filter((one) => known.has(one) && one !== 'AQ');
const said = (fr, en, es) => ({ fr, en, es });
const m49 = said('la norme M49 des Nations unies, reprise par Unicode (CLDR)', 'the M49 standard of the United Nations, as carried by Unicode (CLDR)', 'la norma M49 de las Naciones Unidas, recogida por Unicode (CLDR)');
const zone = (slug, kind, fr, en, es, members, source, note) => ({ slug, kind, fr, en, es, ...(note ? { note } : {}), source, members: [...new Set(members)].sort() });
const zones = [
  zone('europe', 'continent', 'Europe', 'Europe', 'Europa', flatten('150'), m49),
  zone('afrique', 'continent', 'Afrique', 'Africa', 'África', flatten('002'), m49),
  zone('asie', 'continent', 'Asie', 'Asia', 'Asia', flatten('142'), m49),
  zone('ameriques', 'continent', 'Amériques', 'Americas', 'América', flatten('019'), m49),
  zone('oceanie', 'continent', 'Océanie', 'Oceania', 'Oceanía', flatten('009'), m49),
  zone('union-europeenne', 'union', 'Union européenne', 'European Union', 'Unión Europea', contains.EU._contains, said('Unicode (CLDR), groupe de l’Union européenne, 27 membres', 'Unicode (CLDR), European Union group, 27 members', 'Unicode (CLDR), grupo de la Unión Europea, 27 miembros')),
  zone('mediterranee', 'basin', 'Méditerranée', 'Mediterranean', 'Mediterráneo',
    ['AL', 'DZ', 'BA', 'HR', 'CY', 'EG', 'ES', 'FR', 'GR', 'IL', 'IT', 'LB', 'LY', 'MA', 'MC', 'ME', 'MT', 'PS', 'SI', 'SY', 'TN', 'TR'],
    said('les 21 États riverains, parties à la convention de Barcelone pour la protection de la Méditerranée, et la Palestine, qui a une côte', 'the 21 coastal States, parties to the Barcelona Convention for the protection of the Mediterranean, and Palestine, which has a coast', 'los 21 Estados ribereños, partes en el Convenio de Barcelona para la protección del Mediterráneo, y Palestina, que tiene costa')),
  zone('maghreb', 'subregion', 'Maghreb', 'Maghreb', 'Magreb', ['DZ', 'LY', 'MA', 'MR', 'TN'], said('Union du Maghreb arabe, traité de Marrakech du 17 février 1989', 'Arab Maghreb Union, treaty of Marrakesh, 17 February 1989', 'Unión del Magreb Árabe, tratado de Marrakech del 17 de febrero de 1989')),
  zone('afrique-subsaharienne', 'subregion', 'Afrique subsaharienne', 'Sub-Saharan Africa', 'África subsahariana', flatten('202'), m49),
  zone('afrique-de-l-ouest', 'subregion', 'Afrique de l’Ouest', 'Western Africa', 'África occidental', flatten('011'), m49),
  zone('proche-et-moyen-orient', 'subregion', 'Asie occidentale', 'Western Asia', 'Asia occidental', flatten('145'), m49, 'Ce que l’on nomme souvent Proche et Moyen-Orient, avec le Caucase.'),
  zone('asie-de-l-est-et-du-sud-est', 'subregion', 'Asie de l’Est et du Sud-Est', 'Eastern and South-Eastern Asia', 'Asia oriental y sudoriental', [...flatten('030'), ...flatten('035')], m49),
  zone('amerique-du-nord', 'subregion', 'Amérique du Nord', 'Northern America', 'América septentrional', flatten('021'), m49),
  zone('amerique-latine-et-caraibes', 'subregion', 'Amérique latine et Caraïbes', 'Latin America and the Caribbean', 'América Latina y el Caribe', flatten('419'), m49),
];
writeList('zones.json', { source: 'Groupings overlap on purpose: Europe is not the European Union. Each says where its members come from.', licence: 'Unicode-3.0; treaties are public facts', date: '2026-11-22' }, 'zones', zones);
