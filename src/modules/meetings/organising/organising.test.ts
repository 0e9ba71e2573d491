import { beforeAll, expect, test } from 'vitest';
import { readFormOf } from '~root/tests/support/form.ts';
import { freshDatabase, openApp, type OpenedApp, type Visitor } from '~root/tests/support/index.ts';
import { raictProgramme, raictSessions, raictSpeakerLines } from '~root/tests/support/raict.ts';
import { wordsOf } from '~root/tests/support/words.ts';

let app: OpenedApp;
let cuf: Visitor;
beforeAll(async () => {
  app = await openApp({ db: await freshDatabase('world') });
  cuf = await app.signIn('organisatrice-cuf');
});

const read = async (visitor: { get(path: string): Promise<Response> }, path: string) => wordsOf(await (await visitor.get(path)).text());
const public_ = { get: (path: string) => app.request(path) };

/** Pages opened and fields filled in, as a person would count them. */
const effort = { pages: 0, fields: 0 };
async function fill(path: string, typed: Record<string, string>): Promise<Response> {
  const { fields } = readFormOf(await (await cuf.get(path)).text());
  effort.pages += 1;
  effort.fields += Object.keys(typed).length;
  return cuf.post(path, { ...fields, ...typed });
}

test('R163 R164 R165 R166 the Rencontres of 2023 run again from nothing through the pages: 1 plenary, 14 sessions, 4 slots, 81 roles', async () => {
  const created = await fill('/nouveau/rencontre', { titre: 'Rencontres rejouées', nature: 'rencontres', quand: '18-19 septembre 2023', certitude: 'held', ou: 'Paris' });
  expect(created.status).toBe(303);
  const slug = /\/rencontres\/([^?]+)/.exec(created.headers.get('location')!)![1]!;
  const at = `/rencontres/${slug}/organiser`;
  expect((await fill(at, { edition: '14', fil: 'Quelle contribution des collectivités ?', lieu: 'Paris' })).status).toBe(303);

  const dry = await fill(`${at}/programme`, { lignes: raictProgramme(), geste: 'voir' });
  expect(dry.status).toBe(200);
  const seen = wordsOf(await dry.text());
  expect(seen).toContain('le jour de la semaine ne correspond pas à la date');
  expect(await app.db.selectFrom('meeting_sessions').innerJoin('sheets', 'sheets.id', 'meeting_id').select('number').where('sheets.slug', '=', slug).execute()).toHaveLength(0);
  const long = await cuf.post(`${at}/programme`, { lignes: `${raictProgramme()}\n${'x'.repeat(60_000)}`, geste: 'ecrire', garder: '1' });
  expect([long.status, /collez-la en deux fois/.test(await long.clone().text()), (await long.text()).includes('x'.repeat(60_000))]).toEqual([422, true, true]);
  const refused = await cuf.post(`${at}/programme`, { lignes: raictProgramme(), geste: 'ecrire' });
  expect(refused.status).toBe(422);
  effort.pages += 1;
  effort.fields += 1;
  expect((await cuf.post(`${at}/programme`, { lignes: raictProgramme(), geste: 'ecrire', garder: '1' })).status).toBe(303);

  effort.pages += 1;
  expect((await fill(`${at}/intervenants`, { lignes: raictSpeakerLines(), geste: 'voir' })).status).toBe(200);
  expect((await cuf.post(`${at}/intervenants`, { lignes: raictSpeakerLines(), geste: 'ecrire', garder: '1' })).status).toBe(303);

  const html = await (await app.request(`/rencontres/${slug}`)).text();
  const slots = [...html.matchAll(/<ol class="parallel n-(\d)"[^>]*>([\s\S]*?)<\/ol>/g)].map((slot) => [...slot[2]!.matchAll(/<li value="(\d+)"/g)].map((one) => Number(one[1])));
  expect(slots).toEqual([[1, 2, 3], [4, 5, 6, 7], [8, 9, 10, 11], [12, 13, 14]]);
  expect(wordsOf(html)).toContain('14e édition');
  // Nobody has written what they say: it is not said to be missing.
  expect(wordsOf(html)).not.toContain('sans propos rapportés');
  const roles = await app.db.selectFrom('meeting_roles').innerJoin('meeting_sessions', 'meeting_sessions.sheet_id', 'meeting_roles.sheet_id').innerJoin('sheets', 'sheets.id', 'meeting_id')
    .select(['role', 'video']).where('sheets.slug', '=', slug).execute();
  expect(roles).toHaveLength(81);
  expect(new Set(roles.map((one) => one.role))).toEqual(new Set(raictSessions.flatMap((one) => one.roles.map(({ role }) => role))));
  console.info(`RAICT 2023 again: ${effort.pages} pages, ${effort.fields} fields`);
  expect(effort.pages).toBeLessThanOrEqual(8);
  expect(effort.fields).toBeLessThanOrEqual(20);
});

test('R165 a list of speakers pasted again adds nobody; a session says once that its speakers changed', async () => {
  const at = '/rencontres/rencontres-rejouees/organiser/intervenants';
  const again = await cuf.post(at, { lignes: raictSpeakerLines(), geste: 'ecrire', garder: '1' });
  expect(again.status).toBe(200);
  const said = wordsOf(await again.text());
  expect(said.split('ne sera pas ajoutée déjà au programme').length - 1).toBe(81);
  expect(said).toContain('Toutes ces lignes sont déjà au programme.');
  const told = await app.db.selectFrom('events').innerJoin('meeting_sessions', 'meeting_sessions.sheet_id', 'events.sheet_id').innerJoin('sheets', 'sheets.id', 'meeting_id')
    .select((eb) => ['events.sheet_id', eb.fn.countAll<number>().as('n')]).where('events.name', '=', 'session.speakers').where('sheets.slug', '=', 'rencontres-rejouees').groupBy('events.sheet_id').execute();
  expect(told.map(({ n }) => Number(n))).toEqual(Array.from({ length: 15 }, () => 1));
});

test('R167 somebody not named replaces somebody absent; « Jean-Marie Tetart » is found as Tétart', async () => {
  const slug = (await app.db.selectFrom('sheets').select('slug').where('kind', '=', 'session').where('slug', 'like', 'rencontres-rejouees-2-%').executeTakeFirstOrThrow()).slug;
  const at = `/seances/${slug}/organiser`;
  const before = await app.db.selectFrom('people').select((eb) => eb.fn.countAll<number>().as('n')).executeTakeFirstOrThrow();
  expect(await read(cuf, at)).toContain('Coller une liste d’intervenants');
  expect((await cuf.post(`${at}/intervenants`, { role: 'speaker', nom: 'Jean-Marie TETART', fonction: 'Maire de Houdan', qualite: 'elu' })).status).toBe(303);
  expect(await read(public_, `/seances/${slug}`)).toContain('Jean Marie Tétart');
  expect((await app.db.selectFrom('people').select((eb) => eb.fn.countAll<number>().as('n')).executeTakeFirstOrThrow()).n).toBe(before.n);

  const page = await (await cuf.get(at)).text();
  const replace = /href="([^"]+\/remplacement)"/.exec(page)![1]!;
  const { fields } = readFormOf(await (await cuf.get(replace)).text());
  expect((await cuf.post(replace, { ...fields, nom: '', fonction: 'Attaché de coopération', qualite: 'etranger', remplace: 'L’ambassadrice, empêchée' })).status).toBe(303);
  expect(await read(public_, `/seances/${slug}`)).toMatch(/Personne non nommée Attaché de coopération .*Remplace : L’ambassadrice, empêchée/);
});

test('invariant 23: a session outside its meeting, one that ends before it starts, and one person twice at the same moment are said', async () => {
  const rows = await app.db.selectFrom('sheets').select('slug').where('kind', '=', 'session').where('slug', 'like', 'rencontres-rejouees-%').orderBy('slug').execute();
  const [one, two] = ['rencontres-rejouees-4-', 'rencontres-rejouees-6-'].map((start) => rows.find(({ slug }) => slug.startsWith(start))!.slug);
  const form = readFormOf(await (await cuf.get(`/seances/${one!}/organiser`)).text());
  const fields = { ...form.fields, numero: '4', titre: 'Dynamique Amérique latine', court: 'Amérique latine', nature: 'region', jour: '18 septembre 2023', de: '16h30', a: '18h00' };
  const backwards = await cuf.post(`/seances/${one!}/organiser`, { ...fields, a: '15h00' });
  expect(backwards.status).toBe(422);
  expect(wordsOf(await backwards.text())).toContain('La séance finit avant de commencer.');
  const outside = await cuf.post(`/seances/${one!}/organiser`, { ...fields, jour: '2 octobre 2023' });
  expect(outside.status).toBe(422);
  expect(wordsOf(await outside.text())).toContain('Garder ce jour, hors de la rencontre');
  expect((await cuf.post(`/seances/${one!}/organiser`, { ...fields, salle: 'Amphithéâtre', parcours: 'A' })).status).toBe(303);
  expect(await read(public_, `/seances/${one!}`)).toMatch(/16 h 30 – 18 h Amphithéâtre/);
  const speaker = { role: 'chair', nom: 'Camille Essai', fonction: 'Conseillère de passage', qualite: 'expertise' };
  expect((await cuf.post(`/seances/${one!}/organiser/intervenants`, speaker)).status).toBe(303);
  const clash = await cuf.post(`/seances/${two!}/organiser/intervenants`, speaker);
  expect(clash.status).toBe(422);
  expect(wordsOf(await clash.text())).toContain('Cette personne intervient déjà dans la séance 4, au même moment.');
  expect((await cuf.post(`/seances/${two!}/organiser/intervenants`, { ...speaker, garder: '1' })).status).toBe(303);
  // Her name waits for her consent, wherever it was typed.
  expect(await read(public_, `/seances/${two!}`)).not.toContain('Camille Essai');
});

test('R150 a member offers to co-organise; the organiser accepts; they organise, and their authority is shown', async () => {
  const agent = await app.signIn('agent-toulouse');
  const at = '/rencontres/rencontres-a-venir';
  expect((await fill('/nouveau/rencontre', { titre: 'Rencontres à venir', nature: 'webinaire', quand: '12 mai 2027', certitude: 'planned', ou: 'en visioconférence' })).status).toBe(303);
  expect((await agent.get(`${at}/organiser`)).status).toBe(404);
  expect((await app.visit().get(`${at}/co-organiser`)).status).toBe(303);
  expect((await agent.post(`${at}/co-organiser`, { mot: 'Nous avons une salle.' })).status).toBe(303);
  expect(await read(agent, `${at}/co-organiser`)).toContain('attend la réponse');
  const page = await (await cuf.get(`${at}/organiser`)).text();
  expect(wordsOf(page)).toContain('Nous avons une salle.');
  expect((await cuf.post(/action="([^"]+\/acceptation)"/.exec(page)![1]!)).status).toBe(303);
  expect((await agent.get(`${at}/organiser`)).status).toBe(200);
  expect(await read(public_, at)).toMatch(/Co-organisation .*Toulouse/);
  expect(await read(public_, '/fiches/rencontre/rencontres-a-venir/historique')).not.toContain('Agent de Toulouse');
});

test('R153 an expert from outside answers by a signed link, sees the online link, and is no member', async () => {
  const at = '/rencontres/rencontres-a-venir';
  const link = 'https://visio.example.org/salle-secrete';
  expect((await fill(`${at}/organiser`, { lien: link })).status).toBe(303);
  expect((await cuf.post(`${at}/organiser/experts`, { courriel: 'experte@exemple.org', nom: 'Une experte', fonction: 'Hydrologue', mot: 'Venez nous parler de l’eau.' })).status).toBe(303);
  expect((await cuf.post(`${at}/organiser/experts`, { courriel: 'Experte@exemple.org', fonction: 'Hydrologue' })).status).toBe(422);
  const mail = await app.db.selectFrom('mails').select('text').where('recipient', '=', 'experte@exemple.org').executeTakeFirstOrThrow();
  expect(mail.text).not.toContain(link);
  const path = new URL(/http\S+/.exec(mail.text)![0]).pathname + new URL(/http\S+/.exec(mail.text)![0]).search;
  const expert = app.visit();
  const first = await (await expert.get(path)).text();
  expect(wordsOf(first)).toContain('Je viendrai');
  expect(first).not.toContain(link);
  expect((await expert.post(path.replace('/inscription?', '/inscription/confirmation?'))).status).toBe(303);
  expect(await (await expert.get(path)).text()).toContain(link);
  expect(await app.db.selectFrom('accounts').select('id').where('mail', '=', 'experte@exemple.org').execute()).toEqual([]);
  expect((await expert.get(`${path}x`)).status).toBe(404);
  // Nowhere else: neither the page, the feed, the exports, nor the history.
  for (const elsewhere of [at, '/agenda.ics', '/rencontres/rencontres-a-venir.json', '/fiches/rencontre/rencontres-a-venir/historique']) expect(await (await app.request(elsewhere)).text(), elsewhere).not.toContain('salle-secrete');
  expect((await app.db.selectFrom('events').select('changes').execute()).some(({ changes }) => JSON.stringify(changes).includes('salle-secrete'))).toBe(false);
});

test('R163 the next edition takes the organisers and the programme, moved to its days, and nobody who spoke or came', async () => {
  const made = await fill('/rencontres/rencontres-rejouees/nouvelle-edition', { titre: 'Rencontres suivantes', edition: '15', debut: '16 septembre 2027', seances: '1' });
  expect(made.status).toBe(303);
  const copy = await app.db.selectFrom('sheets').innerJoin('meetings', 'meetings.sheet_id', 'sheets.id').select(['sheets.id', 'edition', 'start_date', 'end_date']).where('slug', '=', 'rencontres-suivantes').executeTakeFirstOrThrow();
  expect([copy.edition, copy.start_date, copy.end_date]).toEqual([15, '2027-09-16', '2027-09-17']);
  const days = await app.db.selectFrom('meeting_sessions').innerJoin('sheets', 'sheets.id', 'meeting_sessions.sheet_id').select(['number', 'start_date']).where('meeting_id', '=', copy.id).orderBy('number').execute();
  expect(days).toHaveLength(15);
  expect([days[1]!.start_date, days[14]!.start_date]).toEqual(['2027-09-16', '2027-09-17']);
  expect(await read(public_, '/rencontres/rencontres-suivantes')).toContain('Rencontres rejouées');
});

test('R172 a presentation joined to a meeting and to a session is on their pages', async () => {
  const session = (await app.db.selectFrom('sheets').select('slug').where('kind', '=', 'session').where('slug', 'like', 'rencontres-rejouees-4-%').executeTakeFirstOrThrow()).slug;
  for (const at of ['rencontre/rencontres-a-venir', `session/${session}`]) {
    const form = new FormData();
    form.set('nature', 'document');
    form.set('fichier', new File([`%PDF-1.4\n${'% support\n'.repeat(30)}%%EOF`], 'support.pdf', { type: 'application/pdf' }));
    form.set('legende', 'Support de présentation');
    form.set('credit', 'Cités Unies France');
    const answer = await cuf.post(`/fiches/${at}/pieces`, form);
    expect(answer.status, wordsOf(await answer.clone().text()).slice(0, 300)).toBe(303);
  }
  for (const page of ['/rencontres/rencontres-a-venir', `/seances/${session}`]) expect(await read(public_, page)).toContain('Support de présentation');
});
