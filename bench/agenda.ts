import ical from 'ical-generator';
import ICAL from 'ical.js';
import { instance, recordEvent } from '~/platform/events/index.ts';
import { sql, type Db } from '~/platform/db/index.ts';
import { quantile } from './load.ts';
import type { Running } from './processes.ts';
import { printRow, printTitle } from './report.ts';

const meetings = 5000;
const rounds = 5;
const question = '/agenda.ics?genre=rencontre&type=webinaire';

/** Webinars with an hour, three a day: nothing else here has that type. Before the application starts. */
export async function generateMeetings(db: Db): Promise<void> {
  await sql`
    with made as (
      insert into sheets (id, kind, type, slug, title, summary, visibility, state, phase, start_date, start_precision, countries)
      select gen_random_uuid(), 'event', 'webinaire', 'mesure-webinaire-' || n, 'Webinaire de mesure n° ' || n, 'Une phrase assez longue pour que sa ligne soit pliée, avec des accents : élève, où, naïf.',
        'public', case when n % 3 = 0 then 'planned' else 'confirmed' end, 'upcoming', (date '2027-01-01' + n / 3)::text, 'day', '{FR}'
      from generate_series(1, ${meetings}::integer) n returning id)
    insert into sheet_hours (sheet_id, starts, ends, time_zone) select id, '09:30', '11:00', 'Europe/Paris' from made`.execute(db);
  await sql`analyze sheets, sheet_hours`.execute(db);
}

/** The whole feed as nobody asked it since the last change, beside the mere writing of as many events by the library. */
export async function measureAgenda(app: Running, db: Db): Promise<void> {
  printTitle(`Agenda : un flux de ${meetings.toLocaleString('fr-FR')} rendez-vous`);
  await read(app);
  const times: number[] = [];
  const bare: number[] = [];
  let last = '';
  for (let round = 0; round < rounds; round++) {
    await touch(db);
    const started = performance.now();
    last = await read(app);
    times.push(performance.now() - started);
    bare.push(writeBare());
  }
  const told = new ICAL.Component(ICAL.parse(last)).getAllSubcomponents('vevent').length;
  if (told !== meetings) throw new Error(`${told} of ${meetings} meetings in the feed`);
  const [feed, alone] = [quantile(times, 0.5), quantile(bare, 0.5)];
  printRow(`le flux entier, ${Math.round(Buffer.byteLength(last) / 1024)} ko`, `${feed.toFixed(0)} ms`);
  printRow('la bibliothèque seule, sans base ni filtre', `${alone.toFixed(0)} ms, le flux en prend ${(feed / alone).toFixed(1)} fois autant`, feed / alone <= 4, '4 fois');
  const kept = performance.now();
  await read(app);
  printRow('redemandé sans changement', `${(performance.now() - kept).toFixed(0)} ms`);
  printRow('mémoire du serveur ensuite', `${app.memory() ?? '?'} Mo`);
}

async function read(app: Running): Promise<string> {
  const response = await fetch(app.origin + question);
  if (response.status !== 200) throw new Error(`${question} answers ${response.status}`);
  return response.text();
}

async function touch(db: Db): Promise<void> {
  const { id } = await db.selectFrom('sheets').select('id').where('slug', '=', 'mesure-webinaire-1').executeTakeFirstOrThrow();
  await db.transaction().execute((tx) => recordEvent(tx, { name: 'event.updated', sheetId: id, actor: instance }));
}

function writeBare(): number {
  const started = performance.now();
  const calendar = ical({ name: 'Mesure' });
  for (let n = 0; n < meetings; n++) {
    const start = new Date(Date.UTC(2027, 0, 1 + n / 3, 8, 30));
    calendar.createEvent({ id: `mesure-${n}`, start, end: new Date(start.getTime() + 5_400_000), summary: `Webinaire de mesure n° ${n}`, description: 'Une phrase assez longue pour que sa ligne soit pliée, avec des accents : élève, où, naïf.', url: `http://mesure.invalid/${n}` });
  }
  calendar.toString();
  return performance.now() - started;
}
