import { beforeAll, expect, test } from 'vitest';
import { openApp, type OpenedApp } from '~root/tests/support/index.ts';

let app: OpenedApp;
beforeAll(async () => {
  app = await openApp();
});

async function read(path: string): Promise<{ html: string; text: string }> {
  const response = await app.request(path);
  expect(response.status).toBe(200);
  const html = await response.text();
  const main = html.replace(/^[\s\S]*<main/, '<main').replace(/<\/main>[\s\S]*$/, '').replaceAll('&#39;', "'").replaceAll('&amp;', '&').replaceAll('&quot;', '"').replace(/[\u00a0\u202f]/g, ' ');
  return { html: main, text: main.replace(/<(datalist|select)[\s\S]*?<\/\1>/g, ' ').replace(/<[^>]+>/g, ' ').replace(/[\s\u00a0\u202f]+/g, ' ') };
}

const bordeaux = '/observatoire?genre=partenariat&territoire=bordeaux';

test('J1.2 R021 R022 the page counts 21 partnerships of Bordeaux, 13 twinnings and 8 agreements, with Nouakchott told apart', async () => {
  const { text, html } = await read(bordeaux);
  expect(text).toMatch(/21 partenariats Jumelage 13 Accord de coopération 8 20 pays et territoires, 4 continents/);
  expect(text).toContain('À part, hors des 21 : Bordeaux – Nouakchott');
  expect([...html.matchAll(/class="sheet-title"/g)]).toHaveLength(21);
  expect(text).not.toMatch(/Cuba|Comodoro/);
});

test('R035 J1.8 the map stands beside its list by continent: 8 in Europe, 6 of them in the European Union', async () => {
  const { text, html } = await read(bordeaux);
  for (const group of ['Europe 8', 'Amériques 3', 'Afrique 5', 'Asie 5']) expect(text).toContain(group);
  expect(text).toMatch(/Lima Pérou 1956 9 900 km/);
  expect(html).toContain('<title id="carte-monde-titre">Carte de la réponse</title>');
  expect((await read(`${bordeaux}&zone=europe`)).text).toContain('8 partenariats');
  expect((await read(`${bordeaux}&zone=union-europeenne`)).text).toContain('6 partenariats');
  expect((await read(`${bordeaux}&pays=PE`)).text).toContain('1 partenariat');
});

test('R010 J1.8 a partner without coordinates is listed, not lost', async () => {
  const { text } = await read('/observatoire?genre=partenariat');
  expect(text).toMatch(/44 partenariats/);
  expect(text).toMatch(/Pas encore sur la carte .*Houdan – Bailar/);
});

test('R019 a partner shared with another French authority says so', async () => {
  const { text } = await read(bordeaux);
  expect(text).toMatch(/Casablanca Maroc aussi partenaire de Toulouse/);
  expect(text).toMatch(/Douala Cameroun aussi partenaire de Strasbourg/);
});

test('R009 an empty answer repeats the question and gives a link for each filter to let go of', async () => {
  const { text, html } = await read(`${bordeaux}&theme=eau&zone=asie`);
  expect(text).toContain('Rien ne répond à cette question.');
  expect(text).toContain('Question posée : partenariats · Bordeaux, Gironde (33) · Asie · Eau et assainissement.');
  expect(html).toMatch(/href="\/observatoire\?genre=partenariat&territoire=bordeaux&zone=asie">Sans le thème Eau et assainissement : 5</);
});

test('R009 an unknown value is told, what may have been meant is offered, and the rest of the question is answered', async () => {
  const { text, html } = await read('/observatoire?genre=partenariat&territoire=bordo&odd=99');
  expect(text).toContain("Aucun territoire connu ne s’appelle « bordo ».");
  expect(text).toContain('« 99 » n’en est pas un');
  expect(html).toContain('value="bordo"');
  expect(text).toContain('44 partenariats');
  const typo = await read('/observatoire?territoire=bordeaus');
  expect(typo.html).toMatch(/Vouliez-vous dire :.*href="\/observatoire\?territoire=bordeaux"/s);
});

test('R009 the sentence is a form that works without script: names typed in it lead to one address', async () => {
  const response = await app.request('/observatoire?genre=partenariat&territoire=Bordeaux&avec=Europe&theme=&etat=&de=&q=&type=&odd=&a=');
  expect(response.status).toBe(303);
  expect(response.headers.get('location')).toBe('/observatoire?genre=partenariat&territoire=bordeaux&zone=europe');
  const english = await app.request('/en/observatoire?genre=partenariat&avec=Peru');
  expect(english.headers.get('location')).toBe('/en/observatoire?genre=partenariat&pays=PE');
});

test('R009 a homonym is told apart and the others are offered', async () => {
  const typed = await app.request('/observatoire?territoire=Saint-Denis,+La+R%C3%A9union');
  const { text } = await read(typed.headers.get('location')!);
  expect(text).toMatch(/Ici Saint-Denis, .*D’autres portent ce nom : .*Seine-Saint-Denis \(93\)/);
});

test('R060 figures show how actions spread over zones and themes, each one a link to what it counts', async () => {
  const { text, html } = await read('/observatoire?genre=action&lecture=chiffres');
  expect(text).toContain('57 actions');
  expect(text).toMatch(/Thèmes et parties du monde/);
  const link = /href="(\/observatoire\?genre=action&zone=[a-z-]+&lecture=liste)">[^<]+<\/a><\/th>.*?<td class="num">(\d+)</s.exec(html);
  expect((await read(link![1]!)).text).toContain(`${link![2]} action`);
});

test('years are an interval of beginnings, and what has no year is told', async () => {
  const { text } = await read(`${bordeaux}&de=1990&a=1999`);
  expect(text).toContain('4 partenariats');
  expect((await read('/observatoire?genre=partenariat&de=1900')).text).toMatch(/21 fiches dont l’année de départ est inconnue ne sont pas dans cette réponse/);
});

test('R197 the page is whole in English and Spanish', async () => {
  const english = await read('/en/observatoire?genre=partenariat&territoire=bordeaux');
  expect(english.text).toMatch(/21 partnerships .*20 countries and territories, 4 continents/);
  const spanish = await read('/es/observatoire?genre=partenariat&territoire=bordeaux&lecture=donnees');
  expect(spanish.text).toContain('Exactamente esta respuesta, para llevar.');
  for (const { text } of [english, spanish]) expect(text).not.toMatch(/Pas encore|Voir|depuis|Chiffres|Suivre/);
});
