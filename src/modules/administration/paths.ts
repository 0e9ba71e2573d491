import { path } from '~/platform/http/paths.ts';
import { commonPaths } from '~/sheets/index.ts';

export const paths = {
  home: commonPaths.administration,
  settings: path('/administration/reglages'),
  roles: path('/administration/roles'),
  account: path('/administration/comptes/:id'),
  addMandate: path('/administration/comptes/:id/mandats'),
  closeMandate: path('/administration/comptes/:id/mandats/:mandate/fin'),
  mail: path('/administration/courriel'),
  retryMail: path('/administration/courriel/:id/relance'),
  jobs: path('/administration/travaux'),
  retryJob: path('/administration/travaux/:queue/:id/relance'),
  storage: path('/administration/stockage'),
  journal: path('/administration/journal'),
};
