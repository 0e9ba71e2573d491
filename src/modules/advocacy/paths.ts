import { path } from '~/platform/http/paths.ts';

export const paths = {
  list: path('/plaidoyers'),
  show: path('/plaidoyers/:slug'),
  support: path('/plaidoyers/:slug/soutien'),
  withdraw: path('/plaidoyers/:slug/soutien/retrait'),
};
