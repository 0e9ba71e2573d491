import { existsSync } from 'node:fs';
import { sql } from 'kysely';
import { instance, recordEvent } from '~/platform/events/index.ts';
import type { Db } from '~/platform/db/index.ts';
import { generateMeetings, measureAgenda } from './agenda.ts';
import { makePlace, type Place } from './database.ts';
import { generateMessages, measureDiscussions } from './discussions.ts';
import { measureDigests } from './digests.ts';
import { fetchOnce, measureRate, quantile } from './load.ts';
import { startApplication, startPeers, type Running } from './processes.ts';
import { questions } from './questions.ts';
import { measureMatching } from './matching.ts';
import { printRow, printTitle } from './report.ts';
import { generateSheets } from './sheets.ts';
import { measureSignedIn } from './signed-in.ts';

const parts = ['start', 'pages', 'people', 'search', 'map', 'agenda', 'discussions', 'digests', 'matching', 'memory'] as const;
const asked = process.argv.slice(2).filter((word) => !word.startsWith('-'));
const unknown = asked.filter((word) => !(parts as readonly string[]).includes(word));
const wants = (part: (typeof parts)[number]) => asked.length === 0 || asked.includes(part);
const added = Number(process.env.BENCH_SHEETS ?? 100_000);

async function measureStart(place: Place): Promise<void> {
  const first = await startApplication(place.env);
  await first.stop();
  const later = await startApplication(place.env);
  await later.stop();
  if (!wants('start')) return;
  printTitle('Démarrage');
  printRow('premier, 36 000 collectivités et démonstration chargées', `${(first.startedIn / 1000).toFixed(1)} s`, 20 - first.startedIn / 1000 >= 0, '20 s');
  printRow('suivants', `${(later.startedIn / 1000).toFixed(2)} s`, later.startedIn <= 1500, '1,5 s');
}

const pages = [['accueil', '/'], ['fiche', '/partenariats/bordeaux-lima'], ['observatoire', '/observatoire?genre=partenariat&territoire=bordeaux']] as const;
const rounds = 3;

/** Interleaved rounds of the page, a static file as long, and « hello »: only their ratios mean something. */
async function measurePages(app: Running): Promise<void> {
  printTitle('Pages publiques, réponses par seconde');
  const peers = await startPeers();
  for (const [name, path] of pages) {
    const { bytes, status } = await fetchOnce(app.origin + path);
    if (status !== 200) throw new Error(`${path} answers ${status}`);
    const rates: Record<'page' | 'file' | 'hello', number[]> = { page: [], file: [], hello: [] };
    for (let round = 0; round < rounds; round++) {
      rates.page.push(await measureRate(app.origin + path));
      rates.file.push(await measureRate(`${peers.origin}/static/${bytes}`));
      rates.hello.push(await measureRate(`${peers.origin}/`));
    }
    const [page, file, hello] = [rates.page, rates.file, rates.hello].map((list) => quantile(list, 0.5)) as [number, number, number];
    printRow(`${name} (${Math.round(bytes / 1024)} ko) ${Math.round(page)}/s, fichier ${Math.round(file)}/s, hello ${Math.round(hello)}/s`, `${(page / file).toFixed(2)} du fichier, ${(page / hello).toFixed(2)} de hello`, page / file >= 0.5, '0,50 du fichier');
  }
  await peers.stop();
}

/** Each question as nobody asked it since the last change: the page cache never answers. */
async function measureSearch(app: Running, db: Db): Promise<void> {
  printTitle(`Recherche avec filtres et facettes, ${questions.length} questions sur ${added.toLocaleString('fr-FR')} fiches et les collectivités`);
  const built = await fetchOnce(`${app.origin}/observatoire.json?genre=theme`);
  printRow('première question après le démarrage (le catalogue se lit)', `${built.ms.toFixed(0)} ms`);
  const first = await askAll(app);
  printRow('mots jamais demandés', `p50 ${quantile(first, 0.5).toFixed(1)} ms, p95 ${quantile(first, 0.95).toFixed(1)} ms`, quantile(first, 0.95) <= 40, 'p95 40 ms');
  const next: number[] = [];
  for (let round = 0; round < rounds; round++) {
    await touch(db);
    next.push(...(await askAll(app)));
  }
  printRow('après une modification, trois tours', `p50 ${quantile(next, 0.5).toFixed(1)} ms, p95 ${quantile(next, 0.95).toFixed(1)} ms`, quantile(next, 0.95) <= 40, 'p95 40 ms');
  const near = [];
  for (const words of ['limma', 'bordo', 'marseile', 'toulouze']) near.push((await fetchOnce(`${app.origin}/recherche?q=${words}`)).ms);
  printRow('« Vouliez-vous dire », nom mal écrit', `p50 ${quantile(near, 0.5).toFixed(0)} ms, le plus lent ${quantile(near, 1).toFixed(0)} ms`);
}

async function askAll(app: Running): Promise<number[]> {
  const times: number[] = [];
  for (const question of questions) {
    const { ms, status } = await fetchOnce(`${app.origin}/observatoire.json?${question}`);
    if (status !== 200) throw new Error(`${question} answers ${status}`);
    times.push(ms);
  }
  return times;
}

/** A change as people make one: what was kept is kept no more. */
async function touch(db: Db): Promise<void> {
  await db.transaction().execute(async (tx) => {
    const { id } = await tx.updateTable('sheets').set({ updated_at: sql`now()` }).where('id', 'in', tx.selectFrom('sheets').select('id').where('kind', '=', 'action').limit(1)).returning('id').executeTakeFirstOrThrow();
    await recordEvent(tx, { name: 'action.updated', sheetId: id, actor: instance });
  });
}

async function measureMap(app: Running): Promise<void> {
  printTitle('Tuiles de la carte, toutes les fiches');
  const first = await fetchOnce(`${app.origin}/carte/0/0/0.pbf`);
  printRow('première (les points se groupent)', `${first.ms.toFixed(0)} ms, ${Math.round(first.bytes / 1024)} ko`);
  const times: number[] = [];
  for (const [z, x, y] of [[1, 1, 0], [2, 2, 1], [3, 4, 2], [4, 8, 5], [5, 16, 11], [6, 32, 22], [7, 64, 46], [8, 129, 88]]) times.push((await fetchOnce(`${app.origin}/carte/${z}/${x}/${y}.pbf`)).ms);
  printRow('suivantes, de l’échelle 1 à 8', `p50 ${quantile(times, 0.5).toFixed(1)} ms, la plus lente ${quantile(times, 1).toFixed(1)} ms`);
}

async function main(): Promise<void> {
  if (unknown.length) throw new Error(`Mesures connues : ${parts.join(', ')}.`);
  if (!existsSync('dist/server/main.js')) throw new Error('Construisez d’abord : npm run build');
  const place = await makePlace();
  console.log(`Mesures sur ${place.name}, Node ${process.version}. Seuls les rapports se comparent d’une machine à l’autre.`);
  try {
    await measureStart(place);
    const opened = await place.open();
    console.log(`\nFabrication de ${added.toLocaleString('fr-FR')} fiches…`);
    await generateSheets(opened.db, added, (done) => process.stdout.isTTY && process.stdout.write(`\r${done.toLocaleString('fr-FR')} `));
    if (wants('agenda')) await generateMeetings(opened.db);
    const thread = wants('discussions') ? await generateMessages(opened.db) : null;
    const app = await startApplication(place.env);
    try {
      const atRest = app.memory();
      if (wants('pages')) await measurePages(app);
      if (wants('people')) await measureSignedIn(app);
      if (wants('search')) await measureSearch(app, opened.db);
      if (wants('map')) await measureMap(app);
      if (wants('agenda')) await measureAgenda(app, opened.db);
      if (thread) await measureDiscussions(app, thread);
      if (wants('memory')) {
        printTitle('Mémoire du serveur');
        printRow('au démarrage', `${atRest ?? '?'} Mo`);
        printRow('après ces mesures, catalogue compris', `${app.memory() ?? '?'} Mo`);
      }
    } finally {
      await app.stop();
    }
    // alone: the application's own worker would tell the same followers
    if (wants('digests')) await measureDigests(opened.db);
    if (wants('matching')) await measureMatching(opened.db);
    await opened.close();
  } finally {
    await place.remove();
  }
}

await main().catch((error: Error) => {
  console.error(error.message);
  process.exitCode = 1;
});
