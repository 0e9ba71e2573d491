import { path } from '~/platform/http/paths.ts';

export const paths = {
  list: path('/territoires'),
  show: path('/territoires/:slug'),
  countries: path('/pays'),
  country: path('/pays/:iso'),
  zone: path('/zones/:slug'),
};
