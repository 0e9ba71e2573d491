import { createAdaptorServer } from '@hono/node-server';
import type { AddressInfo } from 'node:net';
import { expect, test } from 'vitest';
import { askHost, freshDatabase2 } from './zz-db.ts';
import { openApp } from '~root/tests/support/index.ts';
import { openBrowser } from '~root/tests/support/browser.ts';
import { sql } from '~/platform/db/index.ts';

test('shots', { timeout: 500_000 }, async () => {
  void askHost;
  const db = await freshDatabase2();
  const app = await openApp({ db });
  const server = createAdaptorServer({ fetch: app.app.fetch });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const anim = await app.signIn('animatrice-reseau');
  const bdx = await app.signIn('agent-bordeaux');
  const tls = await app.signIn('agent-toulouse');
  const cm = await app.signIn('agente-charente-maritime');
  const cuf = await app.signIn('organisatrice-cuf');
  const mk = async (f: Record<string, string>) => {
    const r = await anim.post('/nouveau/sondage', { nature: 'question', methode: 'single', choix: 'Espace\nForum\nClub\nRéseau néo-aquitain de l’AECT', electorat: 'instance', voix: 'body', secret: 'open', fin: '12 mai 2027', presentation: 'La réunion de lancement a proposé ces mots. À nous de choisir.', ...f });
    const p = r.headers.get('location')!;
    await anim.post(`/fiches/sondage/${p.split('/').at(-1)}/gestes/ouvrir`, {});
    return p;
  };
  const opts = async (p: string) => (await db.selectFrom('poll_options').innerJoin('sheets', 'sheets.id', 'poll_id').select(['poll_options.id', 'label']).where('slug', '=', p.split('/').at(-1)!).orderBy('position').execute()).map((o) => o.id);
  const p1 = await mk({ titre: 'Quel nom pour notre espace ?', nature: 'name', autre: '1' });
  const p2 = await mk({ titre: 'Quel jour pour le webinaire ?', methode: 'dates', choix: '12 mai 2027\n13 mai 2027\n19 mai 2027' });
  const p3 = await mk({ titre: 'Quel thème d’abord ?', methode: 'ranked', regle: 'runoff', secret: 'secret' });
  const p4 = await mk({ titre: 'Quelle ville pour la réunion ?', methode: 'ranked', regle: 'borda' });
  const o3 = await opts(p3), o4 = await opts(p4), o2 = await opts(p2);
  for (const [who, order] of [[bdx, [0, 1, 2]], [tls, [1, 0, 3]], [cm, [2, 1, 0]]] as const) {
    await who.post(`${p3}/bulletin`, Object.fromEntries(order.map((k, i) => [`rang.${o3[k]}`, String(i + 1)])));
    await who.post(`${p4}/bulletin`, Object.fromEntries(order.map((k, i) => [`rang.${o4[k]}`, String(i + 1)])));
  }
  await tls.post(`${p2}/bulletin`, Object.fromEntries(o2.map((id, i) => [`jour.${id}`, String(i)])));
  for (const p of [p3, p2]) await anim.post(`/fiches/sondage/${p.split('/').at(-1)}/gestes/clore`, {});
  const adv = (await bdx.post('/nouveau/plaidoyer', { titre: 'Cofinancer sans avancer l’argent', preoccupation: 'Le solde des subventions arrive deux ans après la fin de l’action. Les petites communes renoncent.', reseau: '', destinataires: ['afd', 'ministry'] })).headers.get('location')!;
  await cm.post(`${adv}/soutien`);
  const urg = (await bdx.post('/nouveau/urgence', { titre: 'Séisme au Pérou', pays: 'PE', faits: 'Une secousse forte sur la côte, au sud de Lima. Les liaisons sont coupées.', depuis: '14 novembre 2026', source: 'Institut géophysique du Pérou' })).headers.get('location')!;
  await anim.post(`${urg}/envoi`);
  for (const [who, a] of [[bdx, { partners: 'yes' }], [bdx, { help: 'funds' }], [bdx, { help: 'expertise' }], [tls, { partners: 'no' }], [tls, { help: 'hosting' }], [cm, { partners: 'unknown' }], [cm, { news: 'waiting' }]] as const) await who.post(`${urg}/reponse`, a as Record<string, string>);
  const mail = await db.selectFrom('mails').select('text').where('kind', '=', 'emergency').executeTakeFirstOrThrow();
  const link = /http:\/\/[^/]+(\/\S+)/.exec(mail.text)![1]!;
  const act = await db.selectFrom('sheets as a').innerJoin('sheets as o', 'o.id', 'a.owner_id').select('a.slug').where('a.kind', '=', 'action').where('a.visibility', '=', 'public').where('o.slug', '=', 'bordeaux').orderBy('a.title').executeTakeFirstOrThrow();
  await bdx.post(`/fiches/action/${act.slug}/gestes/resultat`, { resultat: 'Jeunes partis en mobilité', quantite: '42', unite: 'jeunes', constate: '2024' });
  const prac = `/pratiques/${(await bdx.post(`/actions/${act.slug}/fiche-pratique`)).headers.get('location')!.split('/').at(-2)}`;
  const ses = await db.selectFrom('sheets as s').innerJoin('meeting_sessions as m', 'm.sheet_id', 's.id').select('s.slug').orderBy('s.num').executeTakeFirstOrThrow();
  const room = (await cuf.post(`/fiches/session/${ses.slug}/question`, { question: 'Combien de langues officielles au Pérou ?', reponses: 'Une\nTrois\nPlus de quarante', sanscompte: '1' })).headers.get('location')!;
  const browser = await openBrowser();
  const all: [typeof anim, string, string][] = [
    [bdx, p1, 'poll-open'], [bdx, p2, 'poll-dates-result'], [bdx, p3, 'poll-runoff'], [bdx, p4, 'poll-borda-voted'], [await app.signIn('elue-bordeaux'), p4, 'poll-colleague'], [anim, '/sondages', 'polls'], [anim, '/nouveau/sondage?nature=nom', 'poll-new'],
    [anim, adv, 'advocacy'], [bdx, '/plaidoyers', 'advocacy-list'], [anim, urg, 'emergency'], [bdx, urg, 'emergency-member'], [app.visit(), link, 'emergency-link'], [bdx, prac, 'practice'], [bdx, `/actions/${act.slug}`, 'action'],
    [app.visit(), '/pratiques', 'practices'], [cuf, room, 'room-organiser'], [app.visit(), room, 'room'], [cuf, `/fiches/session/${ses.slug}/question`, 'room-ask'], [bdx, '/mon-espace', 'space'],
  ];
  for (const [width, scheme] of [[1280, 'light'], [360, 'dark']] as const) {
    for (const [who, path, name] of all) {
      const c = await browser.newContext({ viewport: { width, height: 800 }, colorScheme: scheme });
      await c.addCookies([...who.cookies].map(([n, value]) => ({ name: n, value, url: base })));
      const page = await c.newPage();
      const r = await page.goto(base + path);
      const sw = await page.evaluate('document.documentElement.scrollWidth') as number;
      await page.screenshot({ path: `/tmp/j/f8/shots/${name}-${width}.png`, fullPage: true });
      console.log(r!.status(), name, width, sw > width ? `OVERFLOW ${sw}` : 'ok');
      await c.close();
    }
  }
  await browser.close();
  await new Promise((resolve) => server.close(resolve));
  void sql;
  expect(1).toBe(1);
});
