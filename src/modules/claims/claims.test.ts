import { beforeAll, expect, test } from 'vitest';
import { sql } from '~/platform/db/index.ts';
import { freshDatabase, openApp, type OpenedApp, type Visitor } from '~root/tests/support/index.ts';
import { wordsOf } from '~root/tests/support/words.ts';

let app: OpenedApp;
beforeAll(async () => {
  app = await openApp({ db: await freshDatabase() });
});

const words = async (answer: Response | Promise<Response>) => wordsOf(await (await answer).text());
const first = { etape: '1', role: 'agent', fonction: 'Secrétaire générale de mairie', service: '' };
const second = { etape: '2', preuve: 'word', mot: 'Le standard de la mairie me passe toujours vos appels.' };

/** The three steps; where the last one leads. */
async function claim(visitor: Visitor, slug: string, who: object = first, how: object = second): Promise<Response> {
  await visitor.post(`/revendiquer/${slug}`, { ...first, ...who });
  await visitor.post(`/revendiquer/${slug}`, { ...second, ...how });
  return visitor.post(`/revendiquer/${slug}`, { etape: '3' });
}

const idOf = (answer: Response) => /revendications\/([\da-f-]{36})/.exec(answer.headers.get('location') ?? '')![1]!;
const mailsOf = async (kind: string) => app.db.selectFrom('mails').select(['recipient', 'subject', 'text']).where('kind', '=', kind).orderBy('created_at', 'desc').orderBy('id', 'desc').execute();
const accountOf = async (demo: string) => app.db.selectFrom('accounts').select(['id', 'mail']).where('demo', '=', demo).executeTakeFirstOrThrow();
const sheetOf = async (slug: string) => app.db.selectFrom('sheets').selectAll().where('kind', '=', 'territory').where('slug', '=', slug).executeTakeFirstOrThrow();

test('R007 anybody checks that an authority is listed: homonyms told apart by code and département, and nobody’s name', async () => {
  const page = await words(app.request('/revendiquer?q=saint-denis'));
  expect(page).toMatch(/Saint-Denis Commune · La Réunion \(974\) · code Insee 97411/);
  expect(page).toMatch(/Saint-Denis Commune · Seine-Saint-Denis \(93\) · code Insee 93066/);
  expect(page).toContain('Personne ne tient encore cette fiche.');
  const bordeaux = await words(app.request('/revendiquer?q=bordeaux'));
  expect(bordeaux).toMatch(/Tenue par un agent depuis \w+ \d{4}\./);
  expect(bordeaux).not.toContain('Agente de Bordeaux');
});

test('R016 three spellings of Charente-Maritime find one sheet', async () => {
  for (const spelling of ['Conseil Départemental Charente-Maritime', 'charente maritime', 'Charante-Maritime', 'Département de la Charente-Maritime']) {
    const html = await (await app.request(`/revendiquer?q=${encodeURIComponent(spelling)}`)).text();
    expect([spelling, html]).toEqual([spelling, expect.stringContaining('/territoires/departement-charente-maritime"')]);
  }
});

test('R007 R008 an agent of a commune claims it in three steps, the network’s animator approves, the agent is told and edits', async () => {
  const [agent, animator] = [await app.signIn('agent-commune'), await app.signIn('animatrice-reseau')];
  expect((await agent.get('/fiches/territoire/marmande/modifier')).status).toBe(404);
  const found = await (await agent.get('/revendiquer?q=marmande')).text();
  expect(found).toContain('href="/revendiquer/marmande"');
  const asked = await claim(agent, 'marmande');
  expect(asked.status).toBe(303);
  const id = idOf(asked);
  expect(await words(agent.get(`/revendications/${id}`))).toContain('En attente de réponse');

  expect(await words(animator.get('/mon-espace'))).toContain('Une demande pour tenir la fiche de Marmande');
  const queue = await words(animator.get('/revendications'));
  expect(queue).toContain('SO Coopération répond pour : Région Nouvelle-Aquitaine');
  expect(queue).toContain('Marmande');
  const request = await words(animator.get(`/revendications/${id}`));
  expect(request).toContain('Secrétaire générale de mairie');
  expect(request).toContain('Le standard de la mairie');
  expect(request).toContain('vous rattachez cette collectivité à SO Coopération');
  expect((await animator.post(`/revendications/${id}/decision`, { decision: 'oui' })).status).toBe(303);

  const [mail] = await mailsOf('claim-granted');
  expect(mail!.recipient).toBe((await accountOf('agent-commune')).mail);
  expect(mail!.text).toContain('/fiches/territoire/marmande/modifier');
  expect(mail!.text).toContain('SO Coopération');
  expect(await words(agent.get('/mon-espace'))).toContain('La fiche de Marmande vous attend');
  expect((await agent.get('/fiches/territoire/marmande/modifier')).status).toBe(200);
  expect((await animator.get('/fiches/territoire/marmande/modifier')).status).toBe(200);
  expect(await words(app.request('/revendiquer?q=marmande'))).toContain('Tenue par un agent depuis');
});

test('R017 the first filling asks for words, a contact and themes, and no partnership', async () => {
  const agent = await app.signIn('agent-commune');
  const sent = await agent.post('/fiches/territoire/marmande/modifier', {
    version: String((await sheetOf('marmande')).version), presentation: 'Commune du Lot-et-Garonne, au bord de la Garonne.', engagement: 'wishing', themes: ['jeunesse', 'culture', 'eau'],
    service: 'Vie associative et jumelages', courriel: 'jumelages@mairie-marmande.example', contact_public: '1',
  });
  expect([sent.status, sent.status === 303 ? '' : await words(sent)]).toEqual([303, '']);
  const page = await words(app.request('/territoires/marmande'));
  expect(page).toContain('Commune du Lot-et-Garonne, au bord de la Garonne.');
  expect(page).toContain('souhaite s’engager à l’international');
  expect(page).toContain('jumelages@mairie-marmande.example');
});

test('R007 a proof grants at once: the mail is at the domain of the authority’s own site, or ProConnect gives its SIREN', async () => {
  const account = await accountOf('citoyenne-toulouse');
  const citizen = await app.signIn('citoyenne-toulouse');
  const agen = await sheetOf('agen');
  await app.db.insertInto('contacts').values({ sheet_id: agen.id, web: 'https://www.agen.example/' }).execute();
  expect(await words(citizen.post('/revendiquer/agen', { ...first }).then(() => citizen.get('/revendiquer/agen?etape=2')))).not.toContain('nom de domaine de la collectivité');
  const forged = await citizen.post('/revendiquer/agen', { ...second, preuve: 'domain' });
  expect(forged.status).toBe(422);
  await app.db.updateTable('accounts').set({ mail: 'contact@agen.example', mail_proved_at: sql`now()` }).where('id', '=', account.id).execute();
  const granted = await claim(citizen, 'agen', {}, { preuve: 'domain', mot: '' });
  expect(granted.headers.get('location')).toBe('/fiches/territoire/agen/modifier');
  expect((await citizen.get('/fiches/territoire/agen/modifier')).status).toBe(200);
});

test('an élu is recognised by somebody: a domain shows where one works, not that one was elected', async () => {
  const citizen = await app.signIn('citoyenne-toulouse');
  const site = await sheetOf('villeneuve-sur-lot');
  await app.db.insertInto('contacts').values({ sheet_id: site.id, web: 'https://villeneuve.example/' }).execute();
  await app.db.updateTable('accounts').set({ mail: 'maire@villeneuve.example' }).where('demo', '=', 'citoyenne-toulouse').execute();
  const asked = await claim(citizen, 'villeneuve-sur-lot', { role: 'elected' }, { preuve: 'domain' });
  expect(asked.headers.get('location')).toMatch(/^\/revendications\//);
  const { n } = await app.db.selectFrom('mandates').select((eb) => eb.fn.countAll<number>().as('n')).where('body_id', '=', site.id).executeTakeFirstOrThrow();
  expect(Number(n)).toBe(0);
});

test('a refusal says why, by mail and on the page, in the person’s language', async () => {
  const [partner, administrator] = [await app.signIn('partenaire-lima'), await app.signIn('administrateur')];
  const id = idOf(await claim(partner, 'douala'));
  expect((await administrator.post(`/revendications/${id}/decision`, { decision: 'non', motif: '' })).status).toBe(422);
  expect((await administrator.post(`/revendications/${id}/decision`, { decision: 'non', motif: 'Votre fonction n’a pas pu être vérifiée.' })).status).toBe(303);
  const [mail] = await mailsOf('claim-refused');
  expect(mail!.text).toContain('no está aceptada');
  expect(mail!.text).toContain('Votre fonction n’a pas pu être vérifiée.');
  expect(await words(partner.get(`/revendications/${id}`))).toContain('Votre fonction n’a pas pu être vérifiée.');
});

test('several people hold one authority: those who keep it are told the function and may object, the reviewer reads it', async () => {
  const [agent, keeper, administrator] = [await app.signIn('agent-commune'), await app.signIn('agent-toulouse'), await app.signIn('administrateur')];
  const id = idOf(await claim(agent, 'toulouse'));
  const [mail] = await mailsOf('claim-asked');
  expect(mail!.recipient).toBe((await accountOf('agent-toulouse')).mail);
  expect(mail!.text).toContain('Secrétaire générale de mairie');
  expect(mail!.text).not.toContain('agent-commune@');
  const seen = await words(keeper.get(`/revendications/${id}`));
  expect(seen).not.toContain('Agente d’une commune');
  expect(seen).not.toContain('Le standard');
  expect((await keeper.post(`/revendications/${id}/objection`, { motif: 'Cette fonction n’existe pas dans nos services.' })).status).toBe(303);
  expect(await words(administrator.get(`/revendications/${id}`))).toContain('Cette fonction n’existe pas dans nos services.');
  expect((await keeper.post(`/revendications/${id}/decision`, { decision: 'oui' })).status).toBe(404);
});

test('a claim exists for its author, those who answer for its area and those who keep the sheet: 404 for anybody else', async () => {
  const [agent, other, animator] = [await app.signIn('agent-commune'), await app.signIn('porteuse-projet'), await app.signIn('animatrice-reseau')];
  const outside = idOf(await claim(agent, 'montpellier'));
  expect((await other.get(`/revendications/${outside}`)).status).toBe(404);
  // SO Coopération answers for Nouvelle-Aquitaine, and Montpellier is not there.
  expect((await animator.get(`/revendications/${outside}`)).status).toBe(404);
  expect((await animator.post(`/revendications/${outside}/decision`, { decision: 'oui' })).status).toBe(404);
  expect(await words(animator.get('/revendications'))).not.toContain('Montpellier');
  expect((await other.post(`/revendications/${outside}/retrait`)).status).toBe(404);
  expect((await agent.get('/revendications')).status).toBe(404);
});

test('nobody answers for themselves, and one person asks once', async () => {
  const administrator = await app.signIn('administrateur');
  const id = idOf(await claim(administrator, 'pau'));
  expect((await administrator.post(`/revendications/${id}/decision`, { decision: 'oui' })).status).toBe(404);
  expect((await administrator.get('/revendiquer/pau')).headers.get('location')).toBe(`/revendications/${id}`);
  expect((await claim(administrator, 'pau')).status).toBe(422);
});

test('a request is taken back; so is a mandate that it gave', async () => {
  const [agent, administrator] = [await app.signIn('agent-commune'), await app.signIn('administrateur')];
  const id = idOf(await claim(agent, 'dax'));
  expect((await agent.post(`/revendications/${id}/retrait`)).status).toBe(303);
  expect((await administrator.post(`/revendications/${id}/decision`, { decision: 'oui' })).status).toBe(422);
  const again = idOf(await claim(agent, 'dax'));
  await administrator.post(`/revendications/${again}/decision`, { decision: 'oui' });
  expect((await agent.post(`/revendications/${again}/retrait`)).status).toBe(303);
  expect(await app.db.selectFrom('mandates').select('id').where('body_id', '=', (await sheetOf('dax')).id).where('ended_at', 'is', null).execute()).toEqual([]);
});

test('a refused step comes back with what was typed and a summary; the answers of each step wait on the server', async () => {
  const agent = await app.signIn('agent-commune');
  const refused = await agent.post('/revendiquer/limoges', { etape: '1', role: 'agent', fonction: '', service: 'Cabinet du maire' });
  expect(refused.status).toBe(422);
  const html = await refused.text();
  expect(html).toContain('href="#champ-fonction"');
  expect(html).toContain('value="Cabinet du maire"');
  await agent.post('/revendiquer/limoges', { ...first, service: 'Cabinet du maire' });
  const elsewhere = await app.signIn('agent-commune');
  expect(await (await elsewhere.get('/revendiquer/limoges')).text()).toContain('value="Cabinet du maire"');
  // Step 3 cannot be sent before step 2 is answered.
  expect(await words(elsewhere.get('/revendiquer/limoges?etape=3'))).toContain('Étape 2 sur 3');
});

test('R007 a missing authority is declared, read, and becomes a sheet that its person keeps; its communes lead to it', async () => {
  const [agent, animator, administrator] = [await app.signIn('agent-commune'), await app.signIn('animatrice-reseau'), await app.signIn('administrateur')];
  const department = await sheetOf('departement-lot-et-garonne');
  const told = { nom: 'Val d’Essai', nature: 'commune', pays: 'FR', departement: department.id, code: '', site: '', reunit: 'Tonneins\nClairac', role: 'agent', fonction: 'Directrice générale', service: '', mot: 'La délibération du 3 novembre est en ligne.' };
  expect((await agent.post('/collectivite-manquante', { ...told, nom: '', departement: '' })).status).toBe(422);
  expect(await words(agent.post('/collectivite-manquante', { ...told, code: '33063' }))).toContain('a déjà sa fiche');
  const id = idOf(await agent.post('/collectivite-manquante', told));
  // Lot-et-Garonne is in Nouvelle-Aquitaine.
  const page = await words(animator.get(`/revendications/${id}`));
  expect(page).toContain('Tonneins : fiche de Tonneins');
  const accepted = await administrator.post(`/revendications/${id}/decision`, { decision: 'oui', nom: 'Val-d’Essai', nature: 'commune', departement: department.id, code: '', site: '' });
  expect([accepted.status, accepted.status === 303 ? '' : await words(accepted)]).toEqual([303, '']);
  const sheet = await words(app.request('/territoires/val-d-essai'));
  expect(sheet).toContain('Lot-et-Garonne (47)');
  expect(sheet).toContain('Réunit Tonneins (47310).');
  expect((await app.request('/territoires/tonneins')).headers.get('location')).toBe('/territoires/val-d-essai');
  expect((await app.request('/territoires/47310')).headers.get('location')).toBe('/territoires/val-d-essai');
  // The agent acts for Marmande already: completing the new sheet is acting for it from then on.
  expect((await mailsOf('claim-granted'))[0]!.text).toContain(`/revendications/${id}`);
  const filling = await agent.post(`/revendications/${id}/completer`);
  expect(filling.headers.get('location')).toBe('/fiches/territoire/val-d-essai/modifier');
  expect((await agent.get('/fiches/territoire/val-d-essai/modifier')).status).toBe(200);
});

test('R014 one person holds two authorities and chooses for whom they act', async () => {
  const agent = await app.signIn('agent-bordeaux');
  for (const slug of ['bordeaux', 'bordeaux-metropole']) expect(await words(agent.get(`/revendiquer/${slug}`))).toContain('Vous tenez déjà cette fiche.');
});

test('an administrator says which network answers for which area; a network that gets one reads its requests', async () => {
  const administrator = await app.signIn('administrateur');
  const organiser = await app.signIn('organisatrice-cuf');
  const network = await app.db.selectFrom('sheets').select('id').where('kind', '=', 'network').where('slug', '=', 'cuf').executeTakeFirstOrThrow();
  const area = { reseau: network.id, territoire: (await sheetOf('region-occitanie')).id };
  expect(await words(organiser.get('/revendications'))).not.toContain('Montpellier');
  await administrator.post('/revendications-territoires', area);
  expect(await words(organiser.get('/revendications'))).toContain('Montpellier');
  await administrator.post('/revendications-territoires', { ...area, retirer: '1' });
  expect(await words(organiser.get('/revendications'))).not.toContain('Montpellier');
  expect((await organiser.post('/revendications-territoires', area)).status).toBe(404);
});

test('leaving erases one’s requests and objections; what served to verify goes after a year', async () => {
  const { listPersonal } = await import('~/sheets/index.ts');
  const declared = listPersonal().find((one) => one.tables.includes('claims'))!;
  const [agent, keeper] = [await accountOf('agent-commune'), await accountOf('agent-toulouse')];
  const count = async (table: 'claims' | 'claim_objections', accountId: string) =>
    Number((await app.db.selectFrom(table).select((eb) => eb.fn.countAll<number>().as('n')).where('account_id', '=', accountId).executeTakeFirstOrThrow()).n);
  expect(await declared.read!(app.db, agent.id)).toMatchObject({ claims: expect.arrayContaining([expect.objectContaining({ title: 'Marmande' })]) });
  const soon = await app.db.transaction().execute((tx) => declared.expire!(tx, Date.now()));
  expect(soon).toBe(0);
  expect(await app.db.transaction().execute((tx) => declared.expire!(tx, Date.now() + 366 * 86_400_000))).toBeGreaterThan(2);
  expect(await app.db.selectFrom('claims').select('id').where('state', 'in', ['refused', 'withdrawn']).execute()).toEqual([]);
  expect(await count('claim_objections', keeper.id)).toBe(1);
  for (const { id } of [agent, keeper]) await app.db.transaction().execute((tx) => declared.leave!(tx, id));
  expect([await count('claims', agent.id), await count('claim_objections', keeper.id)]).toEqual([0, 0]);
});
