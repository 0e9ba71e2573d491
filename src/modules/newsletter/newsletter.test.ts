import { beforeAll, expect, test } from 'vitest';
import { freshDatabase, openApp, testNow, type OpenedApp, type Visitor } from '~root/tests/support/index.ts';
import { readFormOf } from '~root/tests/support/form.ts';
import { wordsOf } from '~root/tests/support/words.ts';
import type { Db } from '~/platform/db/index.ts';
import type { WorkContext } from '~/platform/jobs/index.ts';
import { createSheet } from '~/sheets/index.ts';
import { isWanted, readChoices } from './rules.ts';
import { sendIssues } from './sending.ts';

let db: Db;
let app: OpenedApp;
let animator: Visitor;
let now = testNow;
beforeAll(async () => {
  db = await freshDatabase('world');
  app = await openApp({ db, clock: () => now });
  animator = await app.signIn('animatrice-reseau');
  const agent = { name: 'Agente des relations internationales' };
  await db.transaction().execute(async (tx) => {
    const action = { kind: 'action', state: { state: 'under_way' } } as const;
    await createSheet(tx, agent, { ...action, slug: 'puits-essai', title: 'Des puits à Kayes', summary: 'Trois puits réparés.', themes: ['eau'], countries: ['ML'] });
    await createSheet(tx, agent, { ...action, slug: 'musees-essai', title: 'Musées de Pologne', themes: ['culture'], countries: ['PL'] });
    await createSheet(tx, agent, { ...action, slug: 'reserve-essai', title: 'Une fiche des membres', visibility: 'members' });
  });
});

const worker = (): WorkContext => ({ db, now: () => now, origin: 'https://jumelles.example', log: {} as never, settings: {} as never, enqueue: async () => {} });
const linkIn = (text: string) => { const url = new URL(/https?:\S+/.exec(text)![0]); return url.pathname + url.search; };
const mailsTo = (mail: string, kind: string) => db.selectFrom('mails').select(['subject', 'text', 'headers']).where('recipient', '=', mail).where('kind', '=', kind).orderBy('id').execute();

async function subscribe(adresse: string, themes: string[] = [], zones: string[] = []): Promise<Response> {
  const visitor = app.visit();
  const { fields } = readFormOf(await (await visitor.get('/lettre')).text());
  now += 4_000;
  return visitor.post('/lettre', { ...fields, adresse, themes, zones });
}

async function join(mail: string, themes: string[] = [], zones: string[] = []): Promise<void> {
  expect((await subscribe(mail, themes, zones)).status).toBe(303);
  const link = linkIn((await mailsTo(mail, 'newsletter-confirm'))[0]!.text);
  expect(wordsOf(await (await app.visit().post(link)).text())).toContain('Vous êtes inscrit à la lettre');
}

test('R140 nothing is sent before the address has answered; opening the link is not answering', async () => {
  const refused = await subscribe('pas une adresse', ['culture']);
  const html = await refused.text();
  expect([refused.status, wordsOf(html).includes('Cette adresse n’a pas la forme nom@exemple.fr.'), /value="culture" checked/.test(html)]).toEqual([422, true, true]);
  expect((await subscribe('lectrice@essai.example', ['culture'], ['europe'])).status).toBe(303);
  const [mail, ...more] = await mailsTo('lectrice@essai.example', 'newsletter-confirm');
  expect(more).toEqual([]);
  const row = () => db.selectFrom('newsletter_subscribers').select(['confirmed_at', 'themes', 'zones']).where('mail', '=', 'lectrice@essai.example').executeTakeFirst();
  expect((await app.visit().get(linkIn(mail!.text))).status).toBe(200);
  expect((await row())?.confirmed_at).toBeNull();
  await app.visit().post(linkIn(mail!.text));
  expect(await row()).toMatchObject({ themes: ['culture'], zones: ['europe'], confirmed_at: expect.any(String) });
  // Asked again at once: nothing tells that the address is known, and no second mail leaves.
  expect((await subscribe('Lectrice@essai.example')).headers.get('location')).toBe('/lettre/merci');
  expect((await mailsTo('Lectrice@essai.example', 'newsletter-confirm')).length).toBe(0);
  expect((await app.visit().post('/lettre/confirmation?jeton=faux')).status).toBe(410);
});

test('R140 an animator composes from what was published, by theme and zone; members’ sheets are not offered', async () => {
  expect((await (await app.signIn('agent-bordeaux')).get('/lettres/preparation')).status).toBe(404);
  const created = await animator.post('/en/lettres/preparation');
  const at = new URL(created.headers.get('location')!, 'http://x').pathname.replace('/en/', '/');
  const page = await (await animator.get(at)).text();
  expect(readFormOf(page).fields.titre).toEqual(['Les nouvelles de novembre 2026']);
  const whole = wordsOf(page);
  expect(whole).toContain('Des puits à Kayes');
  expect(whole).toContain('Musées de Pologne');
  expect(whole).not.toContain('Une fiche des membres');
  expect(wordsOf(await (await animator.get(`${at}?zone=afrique`)).text())).not.toContain('Musées de Pologne');
  const ids = new Map((await db.selectFrom('sheets').select(['id', 'slug']).where('slug', 'like', '%-essai').execute()).map(({ id, slug }) => [slug, id]));
  const [wells, museums, hidden] = ['puits-essai', 'musees-essai', 'reserve-essai'].map((slug) => ids.get(slug)!) as [string, string, string];
  expect(wordsOf(await (await animator.post(`${at}/envoi`)).text())).toContain('Choisissez au moins une fiche avant d’envoyer.');
  const sent = { titre: 'Les nouvelles de novembre', introduction: 'Bonne lecture.', fiche: [wells, museums, hidden], [`ordre-${wells}`]: '2', [`ordre-${museums}`]: '1', version: '1' };
  // Asking for another part of the world keeps what is ticked.
  const asked = await animator.post(at, { ...sent, titre: 'Les nouvelles', zone: 'afrique' });
  expect(new URL(asked.headers.get('location')!, 'http://x').search).toContain('zone=afrique');
  const narrowed = await animator.get(asked.headers.get('location')!);
  expect(wordsOf(await narrowed.text())).toContain('Musées de Pologne');
  sent.version = '2';
  const preview = wordsOf(await (await animator.submit(at, { ...sent, ensuite: 'apercu' })).text());
  expect(preview.indexOf('Musées de Pologne')).toBeLessThan(preview.indexOf('Des puits à Kayes'));
  expect(preview).not.toContain('Une fiche des membres');
  const stale = await animator.post(at, { ...sent, titre: 'Un autre titre' });
  expect([stale.status, (await stale.text()).includes('Un autre titre')]).toEqual([422, true]);
});

test('R140 each gets the parts of their themes and zones, once, however often the worker is killed', async () => {
  await join('eau@essai.example', ['eau']);
  await join('tout@essai.example');
  await join('oceanie@essai.example', [], ['oceanie']);
  const issue = await db.selectFrom('newsletter_issues').select('id').executeTakeFirstOrThrow();
  expect(wordsOf(await (await animator.submit(`/lettres/preparation/${issue.id}/envoi`)).text())).toContain('L’envoi commence.');
  expect((await animator.post(`/lettres/preparation/${issue.id}`, { titre: 'Trop tard' })).status).toBe(404);
  await Promise.all([sendIssues(worker()), sendIssues(worker())]);
  // As after a kill: the state was not written yet.
  await db.updateTable('newsletter_issues').set({ state: 'sending' }).execute();
  await sendIssues(worker());
  const [water, ...again] = await mailsTo('eau@essai.example', 'newsletter');
  expect(again).toEqual([]);
  expect(water!.text).toContain('Bonne lecture.\n\n1 ACTION\n\nDes puits à Kayes\nTrois puits réparés.\nhttps://jumelles.example/actions/puits-essai');
  expect(water!.text).not.toContain('Pologne');
  expect((await mailsTo('tout@essai.example', 'newsletter'))[0]!.text).toMatch(/Musées de Pologne[^]*Des puits à Kayes/);
  expect(await mailsTo('oceanie@essai.example', 'newsletter')).toEqual([]);
  expect(wordsOf(await (await animator.get(`/lettres/preparation/${issue.id}`)).text())).toContain('Envoyée à 3 personnes');
});

test('R140 the archive is public and links to the sheets', async () => {
  expect(wordsOf(await (await app.request('/lettres')).text())).toContain('Les nouvelles de novembre Lettre n° 1, 15 novembre 2026, 2 annonces');
  const page = await (await app.request('/lettres/1')).text();
  expect(page).toContain('href="/actions/puits-essai"');
  expect(page).not.toContain('@essai.example');
  expect((await app.request('/lettres/2')).status).toBe(404);
});

test('R140 one click unsubscribes, from the mail program or the page, and erases the address', async () => {
  const { headers, text } = (await mailsTo('eau@essai.example', 'newsletter'))[0]!;
  const list = headers as Record<string, string>;
  expect(list['List-Unsubscribe-Post']).toBe('List-Unsubscribe=One-Click');
  const link = new URL(list['List-Unsubscribe']!.slice(1, -1)).pathname;
  expect(text).toContain(link);
  const posted = await app.request(link, { method: 'POST', headers: { 'content-type': 'application/x-www-form-urlencoded', origin: 'https://mail.example' }, body: 'List-Unsubscribe=One-Click' });
  expect(posted.status).toBe(200);
  expect(await db.selectFrom('newsletter_subscribers').select('id').where('mail', '=', 'eau@essai.example').execute()).toEqual([]);
  expect(wordsOf(await (await app.request(link)).text())).toContain('Vous êtes désabonné');
  expect((await app.request('/lettre/desabonnement/faux')).status).toBe(404);
});

test('R140 what concerns France only is for every zone, and a theme holds its own themes', () => {
  const africa = readChoices([], ['afrique', 'nulle-part']);
  expect(africa).toEqual({ themes: [], zones: ['afrique'] });
  expect([['FR'], ['ML', 'FR'], ['PL'], []].map((countries) => isWanted(africa, { themes: [], countries }))).toEqual([true, true, false, true]);
});
