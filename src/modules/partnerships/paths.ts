import { path } from '~/platform/http/paths.ts';

export const paths = {
  show: path('/partenariats/:slug'),
  list: path('/partenariats'),
  programme: path('/programmes/:slug'),
  programmes: path('/programmes'),
  anniversaries: path('/anniversaires'),
};
