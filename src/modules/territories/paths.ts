import { path } from '~/platform/http/paths.ts';
import { commonPaths } from '~/sheets/paths.ts';

export const paths = {
  list: path('/territoires'),
  show: path('/territoires/:slug'),
  countries: path('/pays'),
  country: commonPaths.country,
  zone: path('/zones/:slug'),
};
