import { beforeAll, expect, test } from 'vitest';
import { readFormOf } from '~root/tests/support/form.ts';
import { freshDatabase, openApp, type OpenedApp, type Visitor } from '~root/tests/support/index.ts';

let app: OpenedApp;
beforeAll(async () => {
  app = await openApp({ db: await freshDatabase('world') });
});

const words = async (response: Response | Promise<Response>) => (await (await response).text()).replace(/<[^>]+>/g, ' ').replace(/[\s\u00a0\u202f]+/g, ' ');
const path = '/nouveau/rencontre';

async function announce(visitor: Visitor, fields: Record<string, string | string[]>): Promise<string> {
  const response = await visitor.post(path, { nature: 'reunion', certitude: 'planned', pour: 'public', ...fields });
  expect(response.status, await response.clone().text().then((html) => /error-summary[\s\S]{0,300}/.exec(html)?.[0] ?? '')).toBe(303);
  return response.headers.get('location')!;
}

const act = async (visitor: Visitor, sheet: string, name: string, fields: Record<string, string>) => {
  const address = `/fiches/rencontre/${sheet.split('/').at(-1)}/gestes/${name}`;
  const shown = readFormOf(await (await visitor.get(address)).text()).fields;
  return visitor.post(address, { ...shown, ...fields });
};

test('R142 a member announces a date in five questions; nobody else is offered to', async () => {
  const agent = await app.signIn('agent-bordeaux');
  const { fields, text } = readFormOf(await (await agent.get(path)).text());
  expect([...text.matchAll(/<fieldset class="field-group/g)].length).toBeLessThanOrEqual(3);
  expect(Object.keys(fields)).toEqual(expect.arrayContaining(['titre', 'quand', 'certitude', 'ou', 'pour']));
  const sheet = await announce(agent, { titre: 'Répondre aux crises', nature: 'webinaire', quand: '12 mars 2027 à 10 h', ou: 'en ligne' });
  expect(await words(app.request(sheet))).toMatch(/Répondre aux crises.*Webinaire|Webinaire.*Répondre aux crises/);
  expect((await (await app.signIn('agent-commune')).get(path)).status).toBe(404);
  expect((await (await app.signIn('expert-invite')).get(path)).status).toBe(404);
});

test('R142 a date that is wrong is refused with words, and nothing typed is lost', async () => {
  const agent = await app.signIn('agent-bordeaux');
  const cases: [Record<string, string>, string][] = [
    [{ quand: 'bientôt' }, 'Cette date n’est pas comprise.'],
    [{ quand: '' }, 'Dites quand, même à peu près'],
    [{ quand: '12 mars 2020' }, 'Cette date est passée.'],
    [{ quand: 'du 12 mars 2027 au 10 mars 2027' }, 'Le dernier jour vient avant le premier.'],
    [{ quand: '12 mars 2027', certitude: 'held' }, 'Cette date n’est pas encore venue'],
  ];
  for (const [fields, said] of cases) {
    const response = await agent.post(path, { titre: 'Gardé tel quel', nature: 'reunion', certitude: 'planned', pour: 'public', ou: '', ...fields });
    expect(response.status).toBe(422);
    const html = await response.text();
    expect(html).toContain('Gardé tel quel');
    expect(html.replace(/[\u00a0\u202f]/g, ' ')).toContain(said);
  }
});

test('R174 the chair of the Japan group announces the ninth meetings with open themes, in the calendar at both hours', async () => {
  const chair = await app.signIn('presidente-japon');
  const sheet = await announce(chair, { titre: '9es Rencontres franco-japonaises', nature: 'rencontres', quand: '18-21 novembre 2027', ou: 'Shizuoka', certitude: 'tentative' });
  const page = await words(app.request(sheet));
  expect(page).toContain('envisagée');
  expect(page).toContain('Les thèmes restent à préciser.');
  expect(page).toContain('Groupe-pays Japon');
  expect(await words(app.request('/agenda?pays=JP'))).toContain('9es Rencontres franco-japonaises');
  const opening = await announce(chair, { titre: 'Ouverture des rencontres', quand: '18 novembre 2027 à 10 h', ou: 'Shizuoka', certitude: 'planned' });
  expect(opening).toMatch(/^\/rencontres\//);
  expect(await words(app.request('/agenda/2027-11'))).toContain('10 h à Shizuoka, 2 h à Paris');
});

test('R174 tentative, planned, confirmed, open, held: forward only, and never held before its day', async () => {
  const agent = await app.signIn('agent-bordeaux');
  const sheet = await announce(agent, { titre: 'Forum à étapes', quand: 'mai 2027', certitude: 'tentative' });
  expect((await act(agent, sheet, 'etat', { etape: 'held' })).status).toBe(422);
  for (const etape of ['planned', 'confirmed', 'open']) expect((await act(agent, sheet, 'etat', { etape })).status).toBe(303);
  expect((await act(agent, sheet, 'etat', { etape: 'planned' })).status).toBe(422);
  expect(await words(app.request(sheet))).toContain('inscriptions ouvertes');
  const stranger = await app.signIn('agent-toulouse');
  expect((await stranger.get(`/fiches/rencontre/${sheet.split('/').at(-1)}/gestes/etat`)).status).toBe(404);
  const past = await announce(agent, { titre: 'Forum tenu', quand: 'mai 2025', certitude: 'held' });
  expect((await agent.get(`/fiches/rencontre/${past.split('/').at(-1)}/gestes/annuler`)).status).toBe(404);
});

test('R174 postponed to a day to come, then to a day; cancelled with its reason', async () => {
  const agent = await app.signIn('agent-bordeaux');
  const sheet = await announce(agent, { titre: 'Réunion mobile', quand: '12 mars 2027', certitude: 'confirmed' });
  expect((await act(agent, sheet, 'reporter', { raison: '' })).status).toBe(422);
  expect((await act(agent, sheet, 'reporter', { raison: 'La salle est prise.', nouvelle_date: '' })).status).toBe(303);
  expect(await words(app.request(sheet))).toContain('reportée, date à venir');
  expect((await act(agent, sheet, 'reporter', { raison: 'La salle est trouvée.', nouvelle_date: '14 avril 2027 à 9 h' })).status).toBe(303);
  const moved = await words(app.request(sheet));
  expect(moved).toContain('14 avril 2027');
  expect((await act(agent, sheet, 'annuler', { raison: 'Faute de participants.' })).status).toBe(303);
  const cancelled = await words(app.request(sheet));
  expect(cancelled).toContain('annulée');
  expect(cancelled).toContain('Faute de participants.');
});

test('R142 what is for a group is seen by the group, and by nobody else', async () => {
  const chair = await app.signIn('presidente-japon');
  const { text } = readFormOf(await (await chair.get(path)).text());
  const group = /value="(group:[0-9a-f-]+)"/.exec(text)![1]!;
  const sheet = await announce(chair, { titre: 'Préparation entre nous', quand: 'mai 2027', pour: group });
  expect((await chair.get(sheet)).status).toBe(200);
  expect((await app.request(sheet)).status).toBe(404);
  expect((await (await app.signIn('agent-toulouse')).get(sheet)).status).toBe(404);
  const refused = await (await app.signIn('agent-bordeaux')).post(path, { titre: 'Chez les autres', nature: 'reunion', certitude: 'planned', quand: '2027', pour: group });
  expect(refused.status).toBe(422);
});

test('R174 the programme moves with its meeting, and is cancelled with it: in the page and in the calendar that people took', async () => {
  const agent = await app.signIn('agent-bordeaux');
  const sheet = await announce(agent, { titre: 'Deux jours à déplacer', nature: 'rencontres', quand: '12-13 mai 2027', certitude: 'confirmed', ou: 'Bordeaux' });
  expect((await agent.post(`${sheet}/organiser/programme`, { lignes: '12 mai 2027\n9h-10h | Accueil | plénière\n13 mai 2027\n9h-10h | Bilan | thème', geste: 'ecrire' })).status).toBe(303);
  const told = async () => [...(await (await app.request(`/agenda.ics?rencontre=${sheet.split('/').at(-1)}`)).text()).matchAll(/DTSTART[^:]*:(\d{8})|STATUS:(\w+)/g)].map((one) => one[1] ?? one[2]!).sort();
  expect(await told()).toEqual(['20270512', '20270512', '20270513', 'CONFIRMED', 'TENTATIVE', 'TENTATIVE']);
  expect((await act(agent, sheet, 'reporter', { raison: 'La salle est prise.', nouvelle_date: '' })).status).toBe(303);
  expect(await told()).toEqual(['20270512', '20270512', '20270513', 'CANCELLED', 'CANCELLED', 'CANCELLED']);
  expect((await act(agent, sheet, 'reporter', { raison: 'La salle est trouvée.', nouvelle_date: '9-10 juin 2027' })).status).toBe(303);
  expect(await told()).toEqual(['20270609', '20270609', '20270610', 'TENTATIVE', 'TENTATIVE', 'TENTATIVE']);
  expect((await act(agent, sheet, 'annuler', { raison: 'Faute de participants.' })).status).toBe(303);
  expect(await told()).toEqual(['20270609', '20270609', '20270610', 'CANCELLED', 'CANCELLED', 'CANCELLED']);
});
