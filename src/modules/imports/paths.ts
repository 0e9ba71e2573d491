import { path } from '~/platform/http/paths.ts';

export const paths = {
  /** A network's list of members. */
  list: path('/imports'),
  /** The list of who was present, from the meeting's page. */
  attendance: path('/fiches/:genre/:slug/liste-des-presents'),
  model: path('/imports/modele/:file{(?:membres|presents)\\.csv}'),
  show: path('/imports/:id'),
  columns: path('/imports/:id/colonnes'),
  choices: path('/imports/:id/choix'),
  start: path('/imports/:id/lancement'),
  removal: path('/imports/:id/suppression'),
  rest: path('/imports/:id/:file{lignes-a-revoir\\.csv}'),
};
