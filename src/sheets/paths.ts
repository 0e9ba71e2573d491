import { path } from '~/platform/http/paths.ts';

/** Pages that every sheet links to. Their modules answer them; the addresses are written here once. */
export const commonPaths = {
  home: path('/'),
  search: path('/recherche'),
  doubts: path('/a-confirmer'),
  document: path('/documents/:id'),
  goal: path('/odd/:n'),
  signIn: path('/connexion'),
  signOut: path('/deconnexion'),
  space: path('/mon-espace'),
  /** What waits for whoever animates a network. */
  desk: path('/animation'),
  account: path('/compte'),
  mandates: path('/compte/mandats'),
  demonstration: path('/demonstration'),
  /** One's own card in the directory, one's data, leaving. */
  people: path('/personnes'),
  card: path('/compte/fiche'),
  personalData: path('/compte/donnees'),
  leave: path('/compte/partir'),
  administration: path('/administration'),
  /** Correcting, gestures, history, following: the same for every kind of sheet. */
  edit: path('/fiches/:genre/:slug/modifier'),
  act: path('/fiches/:genre/:slug/gestes/:act'),
  history: path('/fiches/:genre/:slug/historique'),
  /** Two sheets of one thing. */
  merge: path('/fiches/:genre/:slug/fusion'),
  /** Sheets that a name finds, for the scripts of forms. */
  suggestions: path('/suggestions'),
  drafts: path('/brouillons'),
  proposals: path('/propositions'),
  proposal: path('/propositions/:id'),
  follow: path('/fiches/:genre/:slug/suivi'),
  confirm: path('/fiches/:genre/:slug/fraicheur'),
  unconfirm: path('/fiches/:genre/:slug/fraicheur/annulation'),
  /** All the sheets that one's body keeps. */
  keptSheets: path('/mon-espace/fiches'),
  /** By the signed link of a mail, without signing in. */
  unsubscribe: path('/suivis/desabonnement/:token'),
  follows: path('/suivis'),
  country: path('/pays/:iso'),
  followCountry: path('/pays/:iso/suivi'),
  create: path('/nouveau/:genre'),
  /** The partner abroad of a shared sheet: inviting them, and their « c’est exact ». */
  invitations: path('/fiches/:genre/:slug/invitations'),
  agreement: path('/fiches/:genre/:slug/accord-du-partenaire'),
  feedback: path('/avis'),
  report: path('/signaler'),
  /** One's own, with what moderation says of them. */
  publications: path('/mes-publications'),
  /** Is my authority listed, and who keeps its sheet. */
  claims: path('/revendiquer'),
  claim: path('/revendiquer/:slug'),
  /** What one may hope for when one looks for a partner city: `?pays=GB`. */
  partnerSearch: path('/chercher-un-partenaire'),
  attachments: path('/fiches/:genre/:slug/pieces'),
  /** A draft that several authorities hold: `?avec=grabels`. */
  commonProject: path('/projets-communs/nouveau'),
  photo: path('/photos/:id/:width'),
  file: path('/fichiers/:id/:name'),
};
