import ICAL from 'ical.js';
import ical, { type CalendarComponent, type VEvent } from 'node-ical';
import { expect, test } from 'vitest';
import { parsePartialDate } from '~/platform/dates/partial.ts';
import { instance } from '~/platform/events/index.ts';
import { createMeeting } from '~/modules/meetings/commands.ts';
import { updateSheet } from '~/sheets/index.ts';
import { freshDatabase, openApp, useWorld } from '~root/tests/support/index.ts';

const world = await useWorld();
const { request } = await openApp();
async function read(path: string): Promise<string> {
  const response = await request(path);
  expect(response.status).toBe(200);
  return (await response.text()).replace(/<[^>]+>/g, ' ').replace(/[\s\u00a0\u202f]+/g, ' ');
}

interface Told {
  uid: string;
  start: string;
  end: string;
  summary: string;
  status: string;
  sequence: number;
  url: string;
}

function readWithIcalJs(text: string): Told[] {
  return new ICAL.Component(ICAL.parse(text)).getAllSubcomponents('vevent').map((component) => {
    const event = new ICAL.Event(component);
    const at = (time: ICAL.Time) => (time.isDate ? time.toString() : time.toJSDate().toISOString());
    return { uid: event.uid, start: at(event.startDate), end: at(event.endDate), summary: event.summary, status: String(component.getFirstPropertyValue('status')), sequence: event.sequence, url: String(component.getFirstPropertyValue('url')) };
  });
}

// node-ical gives a property with parameters as an object
const textOf = (value: unknown) => String((value as { val?: string }).val ?? value);

function readWithNodeIcal(text: string): Told[] {
  const isEvent = (one: CalendarComponent | undefined): one is VEvent => one?.type === 'VEVENT';
  const local = (date: Date) => `${date.getFullYear()}-${String(date.getMonth() + 1).padStart(2, '0')}-${String(date.getDate()).padStart(2, '0')}`;
  return Object.values(ical.sync.parseICS(text)).filter((one) => isEvent(one as CalendarComponent)).map((one) => {
    const event = one as VEvent;
    const at = (date: Date) => (event.datetype === 'date' ? local(date) : date.toISOString());
    return { uid: event.uid, start: at(event.start), end: at(event.end!), summary: textOf(event.summary), status: String(event.status), sequence: Number(event.sequence), url: textOf(event.url) };
  });
}

test('R142 two readers that know nothing of each other read the same calendar', async () => {
  const response = await request('/agenda.ics');
  expect(response.headers.get('content-type')).toBe('text/calendar; charset=utf-8');
  const text = await response.text();
  const told = readWithIcalJs(text);
  expect(told.length).toBeGreaterThanOrEqual(4);
  expect(readWithNodeIcal(text)).toEqual(told);
  const raict = await world.selectFrom('sheets').select(['id', 'version']).where('slug', '=', 'raict-2023').where('kind', '=', 'event').executeTakeFirstOrThrow();
  expect(told.find((one) => one.uid === `${raict.id}@jumelles.test`)).toEqual({
    uid: `${raict.id}@jumelles.test`, start: '2023-09-18', end: '2023-09-20', summary: 'Rencontres de l’action internationale des collectivités territoriales 2023',
    status: 'CONFIRMED', sequence: raict.version, url: 'http://jumelles.test/rencontres/raict-2023',
  });
  expect(told.find((one) => one.summary.startsWith('8es Rencontres'))).toMatchObject({ status: 'TENTATIVE', summary: '8es Rencontres franco-japonaises (prévue)' });
  for (const line of text.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
});

test('R065 what is known to the month or the year is in no feed, and the feed says how many', async () => {
  const text = await (await request('/agenda.ics')).text();
  const unfolded = text.replace(/\r\n[ \t]/g, '');
  expect(unfolded).not.toContain('Forum mondial de l’économie sociale et solidaire');
  expect(unfolded).toMatch(/X-WR-CALDESC:.*29 autres, dont le jour est inconnu, sont sur la page : http:\/\/jumelles.test\/agenda/);
});

test('R164 the sessions of one meeting, at their hour in France', async () => {
  const told = readWithIcalJs(await (await request('/agenda.ics?rencontre=raict-2023')).text());
  expect(told.length).toBe(15);
  expect(told.find((one) => one.summary.includes('Outre-mer'))).toMatchObject({ start: '2023-09-18T12:30:00.000Z', end: '2023-09-18T14:00:00.000Z' });
});

test('R142 the question of the page is the question of the feed', async () => {
  for (const query of ['?territoire=bordeaux', '?pays=JP', '?zone=asie', '?theme=climat', '?genre=session', '?genre=session&pays=PS']) {
    const html = await (await request(`/agenda${query}`)).text();
    const href = /href="(\/agenda\.ics[^"]*)"/.exec(html)![1]!.replaceAll('&amp;', '&');
    const shown = new Set([...html.matchAll(/<h[34] class="entry-title"[^>]*><a href="([^"]+)"/g)].map((one) => one[1]!));
    const told = readWithIcalJs(await (await request(href)).text()).map((one) => new URL(one.url).pathname);
    const left = Number(/(\d+) rendez-vous dont le jour est inconnu/.exec(html)?.[1] ?? 0);
    expect(told.filter((path) => !shown.has(path))).toEqual([]);
    expect({ query, n: told.length + left }).toEqual({ query, n: shown.size });
    expect(shown.size).toBeGreaterThan(0);
  }
});

test('a month shows its days, and under it what is known to the month only', async () => {
  const html = await (await request('/agenda/2023-05')).text();
  expect(/<div class="without-day">[\s\S]*?Forum mondial de l’économie sociale et solidaire[\s\S]*?<\/div>/.test(html)).toBe(true);
  const bands = (page: string) => [...page.matchAll(/class="band-event (\w+)"[\s\S]*?href="([^"]+)"/g)].map((band) => `${band[1]} ${band[2]}`);
  expect(bands(html)).toEqual([]);
  expect(bands(await (await request('/agenda/2023-09')).text())).toEqual(['confirmed /rencontres/raict-2023']);
  expect(bands(await (await request('/agenda/2024-11')).text())).toEqual(['planned /rencontres/rencontres-franco-japonaises-8']);
  expect(await read('/agenda/2023-08')).toContain('septembre 2023 a un rendez-vous.');
  expect((await request('/agenda/2023-13')).status).toBe(404);
});

test('R174 the agenda says what nobody has confirmed since its date passed', async () => {
  const page = await read('/agenda');
  expect(page).toMatch(/8es Rencontres franco-japonaises .*La date est passée\. Aucune source ne dit encore si cela s’est tenu\./);
  expect(page).toContain('Rien n’est annoncé après aujourd’hui.');
  expect(page).toContain('Anniversaires de 2026');
  expect(page).toMatch(/70 ans Bordeaux – Lima Jumelage, depuis 1956/);
  expect(await read('/agenda?theme=inconnu')).toContain('« inconnu » ne correspond à rien ici.');
});

test('R082 the weeks and seasons of a territory are kept: those of every year in their own part of the agenda, each sort chosen in the sentence', async () => {
  const page = await read('/agenda?territoire=bordeaux');
  const yearly = page.slice(page.indexOf('Chaque année'));
  expect(yearly).toContain('Ces rendez-vous reviennent.');
  for (const one of ['Mois de l’Europe', 'Mois du Québec', 'Journées des langues maternelles et paternelles']) expect(yearly).toContain(one);
  expect(yearly.slice(0, yearly.indexOf('Passé'))).not.toContain('Semaine de l’Amérique latine');
  const html = await (await request('/agenda?territoire=bordeaux')).text();
  expect([...html.split('<select name="type"')[1]!.split('</select>')[0]!.matchAll(/value="([^"]+)"/g)].map((one) => one[1])).toEqual(['semaine', 'saison', 'rendez-vous-annuel']);
  for (const [type, there, away] of [['semaine', 'Semaine de l’Amérique latine et des Caraïbes de Bordeaux', 'Mois du Québec'], ['saison', 'Saison culturelle croisée France-Portugal', 'Mois du Québec'], ['rendez-vous-annuel', 'Mois du Québec', 'Saison culturelle croisée']] as const) {
    const chosen = await (await request(`/agenda?type=${type}`)).text();
    expect([type, chosen.includes(there), chosen.includes(away)]).toEqual([type, true, false]);
    expect(chosen).toMatch(new RegExp(`<option[^>]*value="${type}"[^>]*selected|<option selected[^>]*value="${type}"`));
    expect(chosen).toContain(`/agenda.ics?type=${type}`);
  }
});

test('R142 five hundred dates make one feed that both readers parse alike, and a changed one is told as changed', async () => {
  const db = await freshDatabase('empty');
  const first = await db.transaction().execute(async (tx) => {
    let id = '';
    for (let n = 0; n < 500; n++) {
      const day = Temporal.PlainDate.from('2027-01-01').add({ days: n }).toString();
      const made = await createMeeting(tx, instance, {
        slug: `r-${n}`, title: `Réunion n° ${n}, « élus ; agents » à Évry\\Lima`, summary: 'Une phrase assez longue pour que la ligne soit pliée, avec des accents : élève, où, naïf.',
        state: { state: n % 3 ? 'confirmed' : 'tentative' }, start: parsePartialDate(day), countries: ['FR'],
        hours: n % 2 ? { starts: '09:30', ends: '11:00', timeZone: n % 4 === 1 ? 'Asia/Tokyo' : 'Europe/Paris' } : undefined,
      });
      if ('refused' in made) throw new Error(made.refused);
      id ||= made.id;
    }
    return id;
  });
  const { request: ask } = await openApp({ db });
  const text = await (await ask('/agenda.ics')).text();
  const told = readWithIcalJs(text);
  expect(told.length).toBe(500);
  expect(readWithNodeIcal(text)).toEqual(told);
  expect(told.find((one) => one.summary.startsWith('Réunion n° 1,'))).toMatchObject({ start: '2027-01-02T00:30:00.000Z', summary: 'Réunion n° 1, « élus ; agents » à Évry\\Lima' });
  await db.transaction().execute((tx) => updateSheet(tx, instance, first, 1, { start: parsePartialDate('2027-02-01') }));
  const again = readWithIcalJs(await (await ask('/agenda.ics')).text()).find((one) => one.uid === `${first}@jumelles.test`)!;
  expect([again.start, again.sequence]).toEqual(['2027-02-01', 2]);
}, 60_000);
