import type { OpenedApp, Visitor } from '~root/tests/support/index.ts';
import { readFormOf } from '~root/tests/support/form.ts';
import type { Seen } from './signed-in.ts';

const japan = '/groupes/groupe-pays-japon';
const meeting = '/rencontres/journee-d-essai';
type Fields = Record<string, string | string[]>;

/** One page of each sort of the network's platform that is not for everyone, with what is needed for it to show something; and its refused forms, which show the form's page with what was wrong. */
export async function listNetworkSeen({ signIn, db }: OpenedApp): Promise<Seen[]> {
  const [bordeaux, toulouse, animator, cuf, chair] = (await Promise.all(['agent-bordeaux', 'agent-toulouse', 'animatrice-reseau', 'organisatrice-cuf', 'presidente-japon'].map((key) => signIn(key)))) as [Visitor, Visitor, Visitor, Visitor, Visitor];
  const go = async (by: Visitor, path: string, fields: Fields | FormData = {}) => {
    const answer = await by.post(path, fields);
    if (answer.status !== 303) throw new Error(`${path}: ${answer.status} ${(await answer.text()).replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ').slice(0, 600)}`);
    return new URL(answer.headers.get('location')!, 'http://x').pathname;
  };
  const find = async (by: Visitor, path: string, shape: RegExp) => {
    const found = shape.exec(await (await by.get(path)).text());
    if (!found) throw new Error(`${path} has no ${shape}`);
    return found[1]!;
  };
  const seen: Seen[] = [];
  const see = (by: string | null, ...paths: string[]) => seen.push(...paths.map((at): Seen => ({ by, at })));
  const refuse = (by: string | null, at: string, typed: Record<string, string> = {}) => seen.push({ by, at, typed });

  // A meeting with its doors, its programme, people who come; then its minutes.
  await go(cuf, '/nouveau/rencontre', { titre: 'Journée d’essai', nature: 'rencontres', quand: '12 mai 2027', certitude: 'confirmed', ou: 'Paris', pour: 'public', themes: '' });
  await go(cuf, `${meeting}/organiser`, { ...readFormOf(await (await cuf.get(`${meeting}/organiser`)).text()).fields, lien: 'https://visio.example.org/essai', inscription: '1', places: '1' });
  await go(cuf, `${meeting}/organiser/programme`, { lignes: '14h30-16h | 4. Eau | thème | Salle A\n14h30-16h | 6. Climat | thème | Salle B', geste: 'ecrire' });
  await go(cuf, `${meeting}/organiser/experts`, { courriel: 'experte@exemple.org', nom: 'Une experte', fonction: 'Hydrologue', mot: 'Venez.' });
  await go(bordeaux, `${meeting}/inscription`, { seances: '' });
  await go(toulouse, `${meeting}/co-organiser`, { mot: 'Nous avons une salle.' });
  const session = await find(cuf, meeting, /href="(\/seances\/[^"?#]+)"/);
  const minutes = `/fiches/session/${session.split('/').at(-1)}/compte-rendu`;
  const part = await go(cuf, `${minutes}/parties`, { nature: 'partie', titre: 'Premiers échanges' });
  await go(cuf, `${minutes}/suites`, { nature: 'decision', suite: 'Le groupe se réunit deux fois par an.', porteur: '', echeance: '' });
  see('organisatrice-cuf', ...['', '/intervenants', '/presence'].map((end) => `${meeting}/organiser${end}`), `${meeting}/nouvelle-edition`, `${session}/organiser`, '/fiches/rencontre/journee-d-essai/question', '/fiches/rencontre/journee-d-essai/liste-des-presents');
  see('organisatrice-cuf', minutes, part, ...['prises-de-parole', 'relecture'].map((end) => `${minutes}/${end}`));
  see('agent-bordeaux', meeting, `${meeting}/inscription`, `${session}/co-organiser`);
  refuse('organisatrice-cuf', `${meeting}/organiser/programme`, { lignes: '' });
  refuse('organisatrice-cuf', `${meeting}/organiser/experts`, { courriel: 'experte' });
  refuse('organisatrice-cuf', `${minutes}/suites`);
  refuse('organisatrice-cuf', '/nouveau/rencontre', { quand: 'bientôt' });
  refuse(null, `${meeting}/inscription`);

  // A group: who is in it, its papers, its talk.
  await go(toulouse, `${japan}/rejoindre`, { mot: 'Nous préparons une mission à Kyoto.' });
  const paper = new FormData();
  paper.set('titre', 'Programme');
  paper.set('fichier', new File(['Le programme de Shizuoka'], 'programme.txt', { type: 'text/plain' }));
  await go(chair, `${japan}/documents/nouveau`, paper);
  const thread = await go(chair, `${japan}/discussions/nouvelle`, { titre: 'Préparer Shizuoka', texte: 'Les trois thèmes.' });
  const document = await find(chair, `${japan}/documents`, new RegExp(`href="(${japan}/documents/[0-9a-f-]{36})"`));
  const message = await find(chair, thread, /href="(\/discussions\/messages\/[0-9a-f-]{36})\/modifier"/);
  see('presidente-japon', japan, ...['/personnes', '/documents', '/discussions'].map((end) => japan + end), document, thread, `${message}/modifier`);
  refuse('presidente-japon', `${japan}/invitations`, { courriel: 'personne' });
  refuse('presidente-japon', `${japan}/documents/nouveau`);
  refuse('presidente-japon', `${japan}/discussions/nouvelle`);
  see('agente-charente-maritime', `${japan}/rejoindre`);

  // Between peers, and put in touch.
  const question = await go(bordeaux, '/questions/nouvelle', { titre: 'Qui a signé avec une préfecture ?', texte: 'Nous cherchons un modèle.' });
  await go(toulouse, `${question}/messages`, { texte: 'Oui, en 2019.' });
  await go(toulouse, '/mises-en-relation', { avec: 'bordeaux', sujet: 'Nos deux partenariats avec Casablanca.' });
  const introduction = await find(bordeaux, '/mises-en-relation', /href="(\/mises-en-relation\/[0-9a-f-]{36})"/);
  await go(toulouse, '/projets-communs/nouveau', { titre: 'Des jeunes entre deux ports', presentation: 'Échanger vingt jeunes.', avec: ['bordeaux'], themes: ['jeunesse'] });
  await go(toulouse, '/nouveau/annonce', { sorte: 'offre', nature: 'accueil', titre: 'Un accueil d’étudiants', texte: 'Trois places.', echeance: '2027-01-31', pour: 'public' });
  await go(bordeaux, '/bourse/un-accueil-d-etudiants/reponse', { message: 'Nous avons deux étudiantes.' });
  const request = await go(bordeaux, '/demandes-recues', { demandeur: 'Ville de Kayes', pays_demandeur: 'ML', demande: 'Un jumelage.', recue: '3 novembre 2026' });
  await go(animator, '/reseaux/so-cooperation/recensement', { jusquau: '2026-12-01' });
  see('agent-bordeaux', '/questions', question, '/discussions', '/recensement', '/rapprochements', '/rapprochements/acteurs', '/rapprochements/villes', '/mises-en-relation', introduction, '/projets-communs/des-jeunes-entre-deux-ports');
  see('agent-bordeaux', '/bourse/un-accueil-d-etudiants', '/demandes-recues', /^\/demandes-recues\/./.test(request) ? request : '/demandes-recues/nouvelle', '/nouveau/visite?sorte=delegation', '/agenda', '/agenda/adresses', '/agenda/voyages');
  see('agente-charente-maritime', '/mises-en-relation/nouvelle?avec=toulouse');
  refuse('agent-bordeaux', '/nouveau/annonce?sorte=recherche');
  refuse('agente-charente-maritime', '/bourse/un-accueil-d-etudiants/reponse');
  refuse('agent-bordeaux', '/projets-communs/nouveau?avec=toulouse');

  // What a network asks, tells and keeps.
  const poll = await go(animator, '/nouveau/sondage', { titre: 'Quelle couleur ?', nature: 'question', methode: 'ranked', regle: 'borda', choix: 'Rouge\nBleu\nVert', electorat: 'instance', voix: 'body', secret: 'open', fin: '' });
  await go(animator, `/fiches/sondage/${poll.split('/').at(-1)}/gestes/ouvrir`);
  const alert = await go(animator, '/nouveau/urgence', { titre: 'Crue à Saint-Louis', pays: 'SN', faits: 'Le fleuve déborde.', depuis: '2026-11-13', source: 'Mairie' });
  const network = (await db.selectFrom('sheets').select('id').where('kind', '=', 'network').where('slug', '=', 'so-cooperation').executeTakeFirstOrThrow()).id;
  const concern = await go(animator, '/nouveau/plaidoyer', { titre: 'Visas des délégations', preoccupation: 'Trop longs.', reseau: network, destinataires: ['afd'] });
  const list = await go(animator, '/imports', { reseau: network, lignes: 'Collectivité;Nom;Prénom;Fonction\nCenon;Un;Une;Agente\nCollectivité inconnue;Deux;Deux;Agent' });
  const letter = await go(animator, '/lettres/preparation');
  const contacts = await go(animator, '/contacts/listes', { nom: 'Consulats' });
  await go(animator, '/contacts/nouveau', { courriel: 'bo@exemple.test', nom: 'Bo Deux', fonction: 'Consule', origine: 'Rencontre de 2025', base: 'consent', depuis: '2025-03-01', liste: contacts.split('/').at(-1)! });
  see('agent-bordeaux', poll, alert, '/urgences');
  see('animatrice-reseau', '/animation', '/animation/membres', list, '/lettres/preparation', `${letter}/apercu`, '/contacts', contacts, '/contacts/invitations/nouvelle', concern, alert);
  see('animatrice-reseau', '/reseaux/so-cooperation/recensement', '/reseaux/so-cooperation/rapprochements', '/discussions/signalements', '/nouveau/groupe');
  refuse('animatrice-reseau', '/imports');
  refuse('animatrice-reseau', letter, { titre: '' });
  refuse('animatrice-reseau', '/contacts/coller');
  refuse('animatrice-reseau', '/nouveau/sondage');
  refuse('animatrice-reseau', '/agenda/objectifs/so-cooperation', { annee: 'x' });
  return seen;
}
