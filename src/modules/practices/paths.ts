import { path } from '~/platform/http/paths.ts';

export const paths = {
  list: path('/pratiques'),
  show: path('/pratiques/:slug'),
  /** One click on an action's page: a draft that holds what the action already says. */
  fromAction: path('/actions/:slug/fiche-pratique'),
};
