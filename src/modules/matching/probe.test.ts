import { afterAll, test } from 'vitest';
import { chromium } from 'playwright-core';
import { sql } from '~/platform/db/index.ts';
import { measureMatching } from '../../../bench/matching.ts';
import { freshDatabase, openApp, serve, testNow } from '~root/tests/support/index.ts';
import { refreshAll } from './matches/refresh.ts';

const db = await freshDatabase();
test('pictures', async () => {
  const origin = await serve({ db });
  const app = await openApp({ db });
  const network = (await db.selectFrom('sheets').select('id').where('kind', '=', 'network').where('slug', '=', 'so-cooperation').executeTakeFirstOrThrow()).id;
  await sql`insert into sheet_links (from_id, role, to_id) select ${network}::uuid, 'member', id from sheets where kind = 'territory' and slug in ('bordeaux', 'toulouse', 'departement-charente-maritime') on conflict do nothing`.execute(db);
  await (await app.signIn('agent-toulouse')).post('/recensement', { cherche: ['culture', 'plaidoyer'], apporte: ['cofinancements'] });
  await (await app.signIn('agente-charente-maritime')).post('/recensement', { cherche: ['cofinancements', 'culture'], apporte: ['plaidoyer'] });
  await refreshAll(db, '2026-11-15');
  const c = await app.signIn('agente-charente-maritime');
  const asked = await c.post('/mises-en-relation', { avec: 'toulouse', sujet: 'Nos deux collectivités cherchent comment mener un plaidoyer.' });
  const intro = asked.headers.get('location')!.replace(/^https?:\/\/[^/]+/, '');
  const p = await c.post('/projets-communs/nouveau', { titre: 'Jeunes des deux ports', presentation: 'Vingt jeunes.', avec: ['toulouse'] });
  const project = p.headers.get('location')!.replace(/^https?:\/\/[^/]+/, '');
  const animator = await app.signIn('animatrice-reseau');
  await animator.post('/reseaux/so-cooperation/recensement', { jusquau: '2026-12-06' });
  const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox'] });
  const views: [string, string, string][] = [['agent-toulouse', '/rapprochements', 'matches'], ['elue-bordeaux', '/recensement', 'census'], ['agent-toulouse', intro, 'intro'], ['agent-toulouse', project, 'project'], ['agent-toulouse', '/projets-communs/nouveau?avec=bordeaux', 'new-project'], ['agent-toulouse', '/territoires/casablanca', 'casa'], ['agent-toulouse', '/pays/MA', 'maroc'], ['animatrice-reseau', '/reseaux/so-cooperation/rapprochements', 'review'], ['animatrice-reseau', '/reseaux/so-cooperation/recensement', 'campaign'], ['agent-toulouse', '/rapprochements/villes', 'villes'], ['agent-toulouse', '/mon-espace', 'espace'], ['agent-toulouse', '/rapprochements/methode', 'methode']];
  for (const [persona, path, name] of views) {
    const visitor = await app.signIn(persona);
    for (const [width, scheme] of [[360, 'light'], [1440, 'light']] as const) {
      const context = await browser.newContext({ viewport: { width, height: 900 }, colorScheme: name === 'matches' && width === 1440 ? 'dark' : scheme });
      await context.addCookies([...visitor.cookies].map(([key, value]) => ({ name: key, value, url: origin })));
      const page = await context.newPage();
      const answer = await page.goto(origin + path);
      const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      const ids = await page.evaluate(() => { const all = [...document.querySelectorAll('[id]')].map((e) => e.id); return all.filter((one, at) => all.indexOf(one) !== at); });
      console.log(name, width, answer!.status(), 'overflow', over, 'twice', ids.join());
      await page.screenshot({ path: `/tmp/j/f6/${name}-${width}.png`, fullPage: true });
      await context.close();
    }
  }
  await browser.close();
  void afterAll; void testNow;
}, 240_000);
test('bench', async () => { await measureMatching(db); }, 240_000);
