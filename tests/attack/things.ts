import { sql } from '~/platform/db/index.ts';
import { readFormOf } from '~root/tests/support/form.ts';
import type { OpenedApp, Visitor } from '~root/tests/support/index.ts';

/** Words that stand nowhere else: each is private to somebody. */
export const secret = (what: string) => `zqy${what}`;
export const isSecret = /zqy\w+/g;

export type Things = Record<'thread' | 'message' | 'document' | 'question' | 'draft' | 'listing' | 'conversation' | 'request' | 'list' | 'contact' | 'introduction' | 'project' | 'poll' | 'meeting' | 'session' | 'part' | 'visit' | 'import' | 'emergency' | 'advocacy' | 'feed' | 'room' | 'visitorLink', string>;

type Fields = Record<string, string | string[]>;

/** Posts, and gives the address that it leads to, without its language. */
async function make(by: Visitor, path: string, fields: Fields | FormData): Promise<string> {
  const answer = await by.post(path, fields);
  if (answer.status !== 303) throw new Error(`${path}: ${answer.status} ${/error-summary[\s\S]{0,400}/.exec(await answer.text())?.[0] ?? ''}`);
  return new URL(answer.headers.get('location')!, 'http://x').pathname.replace(/^\/(?:en|es)\//, '/');
}

const filled = async (by: Visitor, path: string, fields: Fields) => make(by, path, { ...readFormOf(await (await by.get(path)).text()).fields, ...fields });

/** One of each thing that issue 4 keeps private, made through the door by the characters of the demonstration. */
export async function makeThings(app: OpenedApp, late: OpenedApp): Promise<Things> {
  const { db } = app;
  const idOf = async (kind: string, slug: string) => (await db.selectFrom('sheets').select('id').where('kind', '=', kind).where('slug', '=', slug).executeTakeFirstOrThrow()).id;
  const as = async (...keys: string[]) => Promise.all(keys.map((key) => app.signIn(key)));
  const [bordeaux, toulouse, chair, lima, cuf, animator] = (await as('agent-bordeaux', 'agent-toulouse', 'presidente-japon', 'partenaire-lima', 'organisatrice-cuf', 'animatrice-reseau')) as [Visitor, Visitor, Visitor, Visitor, Visitor, Visitor];
  const group = '/groupes/groupe-pays-japon';
  await sql`insert into group_members (group_id, account_id, body_id) select g.id, a.id, s.id from accounts a, sheets s, sheets g where a.demo = 'agent-bordeaux' and s.kind = 'territory' and s.slug = 'bordeaux' and g.slug = 'groupe-pays-japon'`.execute(db);
  const upload = new FormData();
  upload.set('titre', secret('document'));
  upload.set('fichier', new File([secret('texte')], `${secret('fichier')}.txt`));
  const thread = await make(chair, `${group}/discussions/nouvelle`, { titre: secret('fil'), texte: secret('message') });
  const listing = await make(bordeaux, '/nouveau/annonce', { sorte: 'besoin', nature: 'expertise', titre: 'Un besoin de tous', texte: 'Deux semaines.', echeance: '2027-01-31', pour: 'public' });
  const meeting = await filled(cuf, '/nouveau/rencontre', { titre: 'Forum ouvert', nature: 'rencontres', quand: '12 mai 2027', certitude: 'confirmed', ou: 'Paris', pour: 'public' });
  await filled(cuf, `${meeting}/organiser`, { lien: `https://${secret('lien')}.example.org/salle`, inscription: '1', cloture: '10 mai 2027', places: '40' });
  await make(cuf, `${meeting}/organiser/programme`, { lignes: '14h30-16h | 1. Eau | thème | Salle A', geste: 'ecrire' });
  const session = await db.selectFrom('sheets').select(['id', 'slug']).where('kind', '=', 'session').where('slug', 'like', 'forum-ouvert%').executeTakeFirstOrThrow();
  await make(toulouse, `${meeting}/inscription`, {});
  await app.visit().post(`${meeting}/inscription`, { nom: secret('inscrite'), courriel: `${secret('inscriptionmail')}@prive.example`, fonction: secret('fonction'), organisme: secret('organisme'), qualite: 'elu', consentement: '1' });
  const { text } = await db.selectFrom('mails').select('text').where('recipient', 'like', `${secret('inscriptionmail')}%`).executeTakeFirstOrThrow();
  const link = new URL(/http\S+/.exec(text)![0]);
  await make(cuf, `${meeting}/organiser/presence/ajout`, { nom: secret('presente'), fonction: secret('adjointe'), organisme: secret('mairie'), qualite: 'elu' });
  const minutes = `/fiches/session/${session.slug}/compte-rendu`;
  const part = await make(cuf, `${minutes}/parties`, { nature: 'partie', titre: secret('partie') });
  await filled(cuf, part, { texte: secret('notes') });
  const poll = await make(animator, '/nouveau/sondage', { titre: secret('sondage'), nature: 'question', methode: 'single', choix: `${secret('rouge')}\n${secret('bleu')}`, autre: '1', electorat: 'instance', voix: 'body', secret: 'secret', fin: '' });
  await make(animator, `/fiches/sondage/${poll.split('/').at(-1)}/gestes/ouvrir`, {});
  await make(toulouse, `${poll}/bulletin`, { choix: 'autre', autre: secret('vote') });
  const list = await make(bordeaux, '/contacts/listes', { nom: secret('liste') });
  const origin = { origine: secret('origine'), base: 'consent', depuis: '2025-03-01' };
  await make(bordeaux, '/contacts/nouveau', { courriel: `${secret('contact')}@prive.example`, nom: secret('nomcontact'), fonction: '', ...origin, liste: list.split('/').at(-1)! });
  const visit = await make(lima, '/nouveau/visite?sorte=accueil', { chez: await idOf('territory', 'bordeaux'), pourquoi: secret('visite'), themes: '', quand: 'mai 2027', personnes: '' });
  const visitor = late.visit();
  const letter = readFormOf(await (await app.visit().get('/lettre')).text()).fields;
  await make(visitor, '/lettre', { ...letter, adresse: `${secret('lettre')}@prive.example`, themes: [], zones: [] });
  await bordeaux.post('/agenda/adresses', { question: '' });
  const feed = new URL(/id="adresse-secrete"[^>]*value="([^"]+)"/.exec(await (await bordeaux.get('/agenda/adresses')).text())![1]!).pathname;
  const contact = await db.selectFrom('contact_cards').select('id').where('mail', 'like', `${secret('contact')}%`).executeTakeFirstOrThrow();
  return {
    thread, listing, meeting, part, poll, list, visit, feed,
    message: `/discussions/messages/${(await db.selectFrom('discussion_messages').select('id').where('text', '=', secret('message')).executeTakeFirstOrThrow()).id}`,
    document: await make(chair, `${group}/documents/nouveau`, upload),
    question: await make(toulouse, '/questions/nouvelle', { titre: secret('question'), texte: secret('demandeuse') }),
    draft: await make(bordeaux, '/nouveau/annonce', { sorte: 'offre', nature: 'accueil', titre: secret('brouillon'), texte: 'Rien encore.', echeance: '2027-01-31', pour: 'draft' }),
    conversation: await make(toulouse, `${listing}/reponse`, { message: secret('reponse') }),
    request: await make(bordeaux, '/demandes-recues', { demandeur: secret('demandeur'), demande: secret('demande'), recue: '3 novembre 2026' }),
    introduction: await make(toulouse, '/mises-en-relation', { avec: 'bordeaux', sujet: secret('sujet') }),
    project: await make(toulouse, '/projets-communs/nouveau', { titre: secret('projet'), presentation: secret('presentation'), avec: ['bordeaux'], nom: '', themes: [] }),
    import: await make(animator, '/imports', { reseau: await idOf('network', 'so-cooperation'), lignes: `Collectivité;Nom\nGrabels;${secret('importe')}` }),
    emergency: await make(bordeaux, '/nouveau/urgence', { titre: secret('urgence'), pays: 'PE', faits: 'Une secousse.', depuis: '14 novembre 2026', source: 'IGP' }),
    advocacy: await make(bordeaux, '/nouveau/plaidoyer', { titre: secret('plaidoyer'), preoccupation: secret('preoccupation'), reseau: await idOf('network', 'so-cooperation'), destinataires: ['afd'] }),
    room: await filled(chair, '/nouveau/rencontre', { titre: secret('reunion'), nature: 'reunion', quand: '3 mars 2027', certitude: 'confirmed', ou: secret('lieu'), pour: `group:${await idOf('group', 'groupe-pays-japon')}` }),
    contact: `/contacts/fiches/${contact.id}`,
    session: minutes,
    visitorLink: link.pathname + link.search,
  };
}
