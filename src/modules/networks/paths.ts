import { path } from '~/platform/http/paths.ts';

export const paths = {
  list: path('/reseaux'),
  show: path('/reseaux/:slug'),
  /** What the authority for which one acts does in a network. */
  membership: path('/reseaux/:slug/adhesion'),
  standing: path('/reseaux/:slug/place'),
  roleEnd: path('/reseaux/:slug/roles/:role/fin'),
};
