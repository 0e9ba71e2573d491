import { path } from '~/platform/http/paths.ts';

export const paths = {
  scheme: path('/financements/:slug'),
  schemes: path('/financements'),
  law: path('/textes/:slug'),
  laws: path('/textes'),
};
