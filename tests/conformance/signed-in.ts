import type { OpenedApp } from '~root/tests/support/index.ts';
import { listNetworkSeen } from './network.ts';

/** A page and who looks at it; a refused form is one sent with these values. */
export interface Seen {
  by: string | null;
  at: string;
  /** Typed into the page's longest form, which is then refused. */
  typed?: Record<string, string>;
}

const lima = '/fiches/partenariat/bordeaux-lima';

/** One page of each sort that is not for everyone, as somebody who has it sees it. */
const pages: Record<string, readonly string[]> = {
  'agent-bordeaux': ['/mon-espace', '/mon-espace/fiches', '/suivis', '/suivis/nouvelles', '/suivis/reglages', '/compte', '/compte/mandats', '/compte/fiche', '/compte/fiche/apercu', '/compte/donnees', `${lima}/modifier`, `${lima}/gestes/etat`, `${lima}/invitations`, `${lima}/pieces`, `${lima}/suivi`, `${lima}/historique`, '/nouveau/partenariat', '/reseaux/aimf/adhesion', '/propositions', '/retours', '/mes-publications', '/personnes', '/partenariats/bordeaux-lima'],
  'partenaire-lima': ['/es/mon-espace', `/es${lima}/modifier`, `${lima}/accord-du-partenaire`],
  'citoyenne-toulouse': ['/mon-espace', '/revendiquer/grabels', '/collectivite-manquante', '/compte/partir'],
  'animatrice-reseau': ['/en/moderation', '/moderation/journal', '/fiches/territoire/bordeaux/fusion'],
  'administrateur': ['/administration', '/administration/reglages', '/administration/roles', '/administration/courriel', '/administration/travaux', '/administration/journal', '/revendications'],
};

const refused: readonly Seen[] = [
  { by: null, at: '/connexion', typed: { courriel: 'camille' } },
  { by: null, at: '/avis?page=/reseaux/aimf', typed: {} },
  { by: null, at: '/signaler?fiche=reseau/aimf', typed: {} },
  { by: 'agent-bordeaux', at: `${lima}/modifier`, typed: { debut: 'hier' } },
  { by: 'agent-bordeaux', at: `${lima}/gestes/etat`, typed: {} },
  { by: 'agent-bordeaux', at: `${lima}/invitations`, typed: {} },
  { by: 'agent-bordeaux', at: `${lima}/pieces`, typed: {} },
  { by: 'agent-bordeaux', at: '/nouveau/partenariat', typed: {} },
  { by: 'agent-bordeaux', at: '/mon-espace/fiches', typed: {} },
  { by: 'agent-bordeaux', at: '/reseaux/aimf/adhesion', typed: {} },
  { by: 'citoyenne-toulouse', at: '/revendiquer/grabels', typed: {} },
  { by: 'citoyenne-toulouse', at: '/collectivite-manquante', typed: {} },
  { by: 'administrateur', at: '/administration/reglages', typed: { nom: '' } },
];

/** Something to decide for each who decides; `wait` lets the time pass that a person takes to type. */
export async function listSeen(app: OpenedApp, wait: () => void): Promise<Seen[]> {
  const { signIn, visit, db } = app;
  const [partner, agent, claimant] = await Promise.all([signIn('partenaire-lima'), signIn('agent-bordeaux'), signIn('agent-commune')]);
  const go = async (answer: Response) => {
    if (answer.status !== 303) throw new Error(`${answer.status} ${answer.url} ${(await answer.text()).slice(0, 400)}`);
    return answer.headers.get('location')!.replace(/^\/es/, '');
  };
  const proposal = await go(await partner.post(`${lima}/modifier`, { resume: 'Otra frase.', message: 'Nuestros archivos.' }));
  await go(await agent.post(`${lima}/suivi`, { geste: 'suivre' }));
  await go(await agent.post(`${lima}/invitations`, { fonction: 'Directrice de la coopération', courriel: 'cooperacion@lima.invalid', langue: 'es', partenaire: await idOf('territory', 'lima') }));
  await go(await claimant.post('/revendiquer/grabels', { etape: '1', role: 'agent', fonction: 'Chargée de mission' }));
  await go(await claimant.post('/revendiquer/grabels', { etape: '2', preuve: 'word', mot: 'Le standard de la mairie peut le confirmer.' }));
  const claim = await go(await claimant.post('/revendiquer/grabels', { etape: '3' }));
  const visitor = visit();
  const write = async (at: string, fields: Record<string, string>) => {
    const marque = /name="marque" value="([^"]+)"/.exec(await (await visitor.get(at)).text())![1]!;
    wait();
    await go(await visitor.post(at, { marque, reponse: 'non', adresse: '', site: '', ...fields }));
  };
  await write('/avis?page=/territoires/bordeaux', { page: '/territoires/bordeaux', nature: 'remarque', message: 'La population date de 2019.' });
  await write('/signaler?fiche=partenariat/bordeaux-lima', { motif: 'personal', explication: 'Un numéro de téléphone y est cité.' });
  const made = async (table: 'feedback' | 'reports') => (await db.selectFrom(table).select('id').executeTakeFirstOrThrow()).id;
  const account = await db.selectFrom('accounts').select('id').where('demo', '=', 'agent-bordeaux').executeTakeFirstOrThrow();
  const report = `/moderation/signalements/${await made('reports')}`;
  return [
    ...Object.entries(pages).flatMap(([by, list]) => list.map((at): Seen => ({ by, at }))),
    { by: 'elue-bordeaux', at: proposal },
    { by: 'agent-commune', at: '/mon-espace' },
    { by: 'agent-commune', at: claim },
    { by: 'administrateur', at: claim },
    { by: 'administrateur', at: `/administration/comptes/${account.id}` },
    { by: 'agent-bordeaux', at: `/retours/${await made('feedback')}` },
    { by: 'animatrice-reseau', at: report },
    { by: 'animatrice-reseau', at: report, typed: {} },
    ...refused,
    ...(await listNetworkSeen(app)),
  ];

  async function idOf(kind: string, slug: string): Promise<string> {
    return (await db.selectFrom('sheets').select('id').where('kind', '=', kind).where('slug', '=', slug).executeTakeFirstOrThrow()).id;
  }
}
