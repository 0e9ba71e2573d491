import { path } from '~/platform/http/paths.ts';
import { commonPaths } from '~/sheets/paths.ts';

export const paths = {
  list: path('/bourse'),
  feed: path('/bourse.atom'),
  show: path('/bourse/:slug'),
  answer: path('/bourse/:slug/reponse'),
  prolong: path('/bourse/:slug/prolongation'),
  /** Before writing that one looks for a partner: the chances, country by country. */
  search: commonPaths.partnerSearch,
  requests: path('/demandes-recues'),
  newRequest: path('/demandes-recues/nouvelle'),
  request: path('/demandes-recues/:id'),
};
