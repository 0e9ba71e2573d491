import { pino } from 'pino';
import { beforeAll, expect, test } from 'vitest';
import type { CommittedEvent, WorkContext } from '~/platform/jobs/index.ts';
import { newId, sql } from '~/platform/db/index.ts';
import { readSettings } from '~/platform/settings.ts';
import { freshDatabase, openApp, testNow, type OpenedApp, type Visitor } from '~root/tests/support/index.ts';
import { tellComing } from './telling.ts';

let app: OpenedApp;
let agent: Visitor;
beforeAll(async () => {
  app = await openApp({ db: await freshDatabase('world') });
  agent = await app.signIn('agent-bordeaux');
});

/** A member and somebody without an account who were to come. */
async function fill(slug: string): Promise<void> {
  const rows = [{ demo: 'agent-toulouse', kind: 'member', mail: null }, { demo: null, kind: 'visitor', mail: 'visiteur@exemple.invalid' }];
  for (const { demo, kind, mail } of rows) {
    await sql`insert into registrations (id, meeting_id, account_id, kind, mail, standing, state)
      select ${newId()}::uuid, s.id, (select id from accounts where demo = ${demo}), ${kind}, ${mail}, 'other', 'registered' from sheets s where kind = 'event' and slug = ${slug}`.execute(app.db);
  }
}

async function tellAll(slug: string): Promise<void> {
  const context: WorkContext = { db: app.db, log: pino({ level: 'silent' }), settings: readSettings({}), origin: 'http://jumelles.test', now: () => testNow, enqueue: async () => {} };
  const events = (await app.db.selectFrom('events').innerJoin('sheets', 'sheets.id', 'sheet_id').select(['events.id', 'events.name', 'sheet_id as sheetId', 'actor', 'account_id as accountId']).where('slug', '=', slug).where('events.name', '=', 'event.state').orderBy('events.at').orderBy('events.id').execute()) as CommittedEvent[];
  await app.db.transaction().execute(async (tx) => {
    for (const event of events) await tellComing(tx, event, context);
  });
}

async function make(titre: string): Promise<string> {
  const made = await agent.post('/nouveau/rencontre', { titre, nature: 'reunion', quand: '12 mars 2027', certitude: 'confirmed', ou: '', pour: 'public', themes: '' });
  const slug = made.headers.get('location')!.split('/').at(-1)!;
  await fill(slug);
  return slug;
}
const listMails = async (title: string) => (await app.db.selectFrom('mails').select(['recipient', 'subject', 'text']).where('subject', 'like', `%${title}`).execute()).map((mail) => ({ ...mail, subject: mail.subject.replaceAll('\u00a0', ' '), text: mail.text.replaceAll('\u00a0', ' ') }));
const listNews = async (title: string) => (await app.db.selectFrom('notifications').innerJoin('accounts', 'accounts.id', 'account_id').innerJoin('events', 'events.id', 'event_id').select(['demo', 'events.name']).where('label', '=', title).execute());

test('R174 whoever was to come learns why it is cancelled: a member in the news, a visitor by mail', async () => {
  const slug = await make('Rencontre annulée');
  expect((await agent.post(`/fiches/rencontre/${slug}/gestes/annuler`, { raison: 'Plus de salle.' })).status).toBe(303);
  await tellAll(slug);
  expect(await listNews('Rencontre annulée')).toEqual([{ demo: 'agent-toulouse', name: 'event.cancelled' }]);
  const mails = await listMails('Rencontre annulée');
  expect(mails).toMatchObject([{ recipient: 'visiteur@exemple.invalid', subject: 'Annulé : Rencontre annulée' }]);
  expect(mails[0]!.text).toMatch(/Plus de salle\.[\s\S]*http:\/\/jumelles\.test\/rencontres\/rencontre-annulee/);
});

test('R174 a meeting that is put off to a known day is told once, with the new day', async () => {
  const slug = await make('Rencontre déplacée');
  expect((await agent.post(`/fiches/rencontre/${slug}/gestes/reporter`, { raison: 'La salle est prise.', nouvelle_date: '14 avril 2027' })).status).toBe(303);
  await tellAll(slug);
  expect(await listNews('Rencontre déplacée')).toEqual([{ demo: 'agent-toulouse', name: 'event.moved' }]);
  const mails = await listMails('Rencontre déplacée');
  expect(mails.length).toBe(1);
  expect(mails[0]!.text).toContain('La date a changé : mercredi 14 avril 2027.');
});
