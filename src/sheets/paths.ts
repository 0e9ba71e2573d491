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
  mandates: path('/compte/mandats'),
  demonstration: path('/demonstration'),
  /** Correcting, gestures, history, following: the same for every kind of sheet. */
  edit: path('/fiches/:genre/:slug/modifier'),
  act: path('/fiches/:genre/:slug/gestes/:act'),
  history: path('/fiches/:genre/:slug/historique'),
  follow: path('/fiches/:genre/:slug/suivi'),
  create: path('/nouveau/:genre'),
  feedback: path('/avis'),
};
