import { path } from '~/platform/http/paths.ts';
import { commonPaths } from '~/sheets/index.ts';

export const paths = {
  list: commonPaths.people,
  show: path('/personnes/:id'),
  card: commonPaths.card,
  preview: path('/compte/fiche/apercu'),
  addFunction: path('/compte/fiche/fonctions'),
  endFunction: path('/compte/fiche/fonctions/:id/fin'),
  removeFunction: path('/compte/fiche/fonctions/:id/retrait'),
};
