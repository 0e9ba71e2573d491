import { existsSync, readFileSync } from 'node:fs';
import type { Route } from '~/platform/http/request.ts';
import { anonymous, listKinds, visibleTo } from '~/sheets/index.ts';
import type { OpenedApp } from '~root/tests/support/index.ts';

/** Addresses that say more of a page than its sample does: readings, filters, an empty answer, a page that is not there. */
const more = ['/observatoire?genre=partenariat&territoire=bordeaux', '/observatoire?genre=partenariat&vue=liste', '/observatoire?q=zzzz', '/recherche?q=Ashod', '/recherche?q=eau', '/a-confirmer?etat=regle', '/territoires/casablanca', '/territoires/bordeaux', '/partenariats/bordeaux-bamako', '/cette-page-n-existe-pas'];

/** Ways through, that answer by sending somewhere else. */
const ways = new Set(['/connexion/fournisseur', '/connexion/fournisseur/retour', '/connexion/lien/inconnu', '/compte/adresse/inconnu']);

/** A tile has a language, for its links, but is no page. What is not for everyone is looked at in signed-in.test.ts. */
const isPage = ({ method, machine, pattern, who }: Route) => method === 'get' && who === 'everyone' && !machine && !/\.\w+(\{[^}]*\})?$/.test(pattern) && !pattern.startsWith('/carte/');

const accessList = 'tests/access/routes.txt';

/** One page of each kind: the sample address of every route for people, and of every kind of sheet its busiest one. */
export async function listPages({ app, db }: OpenedApp): Promise<string[]> {
  const samples = existsSync(accessList)
    ? readFileSync(accessList, 'utf8').split('\n').filter((line) => line && !line.startsWith('#')).map((line) => line.split(/\s+/))
    : [];
  const pages = new Set(app.routes.filter((route) => isPage(route) && !route.pattern.includes(':')).map((route) => route.pattern));
  for (const route of app.routes.filter((one) => isPage(one) && one.pattern.includes(':'))) {
    const sample = samples.find(([method, pattern]) => method === 'get' && pattern === route.pattern)?.[3];
    if (sample) pages.add(sample);
  }
  for (const { kind, path } of listKinds()) {
    const busiest = await db.selectFrom('sheets').select('slug').where('kind', '=', kind).where(visibleTo(anonymous)).orderBy('weight', 'desc').orderBy('num').limit(1).executeTakeFirst();
    if (busiest) pages.add(path.href({ slug: busiest.slug }));
  }
  const declared = new Set(app.routes.map((route) => route.pattern.split('/')[1]));
  for (const address of more) if (address.startsWith('/cette') || declared.has(address.split(/[/?]/)[1])) pages.add(address);
  return [...pages].filter((address) => !ways.has(address)).sort();
}
