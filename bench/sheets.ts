import { listCountries, listThemes } from '~/reference/index.ts';
import { newId, poolOf, type Db } from '~/platform/db/index.ts';
import { createRandom, pick, pickSkewed } from './random.ts';

const words = `eau jumelage école climat culture jeunesse coopération accord projet ville réseau port santé mémoire énergie formation agriculture
déchets assainissement mobilité université musique théâtre sport tourisme patrimoine économie innovation numérique égalité femmes migrations solidarité
biodiversité forêt littoral fleuve quartier marché artisanat cuisine bibliothèque archives échange délégation visite séminaire atelier festival exposition
traduction langue citoyenneté participation logement architecture urbanisme transport vélo tramway alimentation cantine semences irrigation pluie sécheresse
inondation reconstruction urgence hôpital soins prévention vaccination handicap enfance lycée apprentissage emploi entreprise coopérative finance budget
taxe cadastre adressage éclairage solaire éolien biogaz recyclage compost pêche aquaculture désert montagne frontière diaspora association bénévole
volontaire stage bourse recherche laboratoire astronomie robotique textile cuir céramique vin café cacao riz mil coton karité`.split(/\s+/);

const kinds = [
  ['partnership', ['jumelage', 'accord-de-cooperation', 'cooperation', 'partenariat', 'projet'], ['active', 'active', 'active', 'dormant', 'ended']],
  ['partnership', ['jumelage', 'accord-de-cooperation'], ['active']],
  ['action', [null], ['planned', 'ongoing', 'done']],
  ['action', [null], ['ongoing']],
  ['event', [null], ['held', 'planned']],
  ['organisation', [null], [null]],
] as const;
const phases: Record<string, string> = { active: 'ongoing', ongoing: 'ongoing', dormant: 'paused', ended: 'ended', done: 'ended', held: 'ended', planned: 'upcoming' };

type Row = Record<string, unknown>;

/** Writes n made-up sheets beside the world: names, texts, dates, themes, places and a link to two real territories. */
export async function generateSheets(db: Db, n: number, tell: (done: number) => void): Promise<void> {
  const random = createRandom(2026);
  const territories = (await db.selectFrom('sheets').select(['id', 'num', 'title']).where('kind', '=', 'territory').orderBy('weight', 'desc').orderBy('num').limit(4000).execute());
  const countries = listCountries('fr').map((country) => country.iso);
  const themes = listThemes().map((theme) => theme.slug);
  const batch = 5000;
  for (let done = 0; done < n; done += batch) {
    const rows: Row[] = [];
    for (let at = done; at < Math.min(n, done + batch); at++) rows.push(makeRow(random, at, { territories, countries, themes }));
    await write(db, rows);
    tell(done + rows.length);
  }
  await poolOf(db).query('vacuum analyze');
}

interface Source {
  territories: { id: string; num: number; title: string }[];
  countries: string[];
  themes: string[];
}

function makeRow(random: () => number, at: number, { territories, countries, themes }: Source): Row {
  const [kind, types, states] = pick(random, kinds);
  const state = pick(random, states);
  const text = (length: number) => Array.from({ length }, () => pickSkewed(random, words)).join(' ');
  const here = pickSkewed(random, territories);
  const there = pickSkewed(random, territories);
  const year = random() < 0.7 ? String(1950 + Math.floor(random() ** 0.5 * 76)) : null;
  const title = kind === 'partnership' ? `${here?.title ?? 'Ici'} – ${there?.title ?? 'Ailleurs'} ${at}` : `${text(4)} ${at}`;
  return {
    id: newId(), kind, type: pick(random, types), slug: `essai-${at}`, title, context: here?.title ?? null, summary: text(18), state, phase: state && phases[state],
    start_date: year, start_precision: year && 'year', countries: ['FR', pickSkewed(random, countries)], themes: random() < 0.7 ? [pickSkewed(random, themes)] : [],
    sdgs: random() < 0.3 ? [1 + Math.floor(random() * 17)] : [], territories: here ? [...new Set([here.num, there!.num])] : [], weight: Math.floor(random() ** 6 * 100),
    lat: random() * 130 - 55, lon: random() * 340 - 170, from_id: here?.id ?? null,
  };
}

const shape = `id uuid, kind text, type text, slug text, title text, context text, summary text, state text, phase text, start_date text, start_precision text,
  countries text[], themes text[], sdgs smallint[], territories integer[], weight real, lat double precision, lon double precision, from_id uuid`;

async function write(db: Db, rows: Row[]): Promise<void> {
  const pool = poolOf(db);
  const data = [JSON.stringify(rows)];
  const own = 'id, kind, type, slug, title, context, summary, state, phase, start_date, start_precision, countries, themes, sdgs, territories, weight';
  await pool.query(`insert into sheets (${own}, search) select ${own}, sheet_vector(title, context, summary, null, null) from jsonb_to_recordset($1::jsonb) as r(${shape})`, data);
  await pool.query(`insert into sheet_names (sheet_id, name, kind) select id, title, 'title' from jsonb_to_recordset($1::jsonb) as r(${shape})`, data);
  await pool.query(`insert into sheet_places (sheet_id, position, role, territory_id, label, lat, lon) select id, 0, 'at', from_id, title, lat, lon from jsonb_to_recordset($1::jsonb) as r(${shape})`, data);
}
