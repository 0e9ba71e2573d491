import { path } from '~/platform/http/paths.ts';

/** Pages that every sheet links to. Their modules answer them; the addresses are written here once. */
export const commonPaths = {
  home: path('/'),
  search: path('/recherche'),
  doubts: path('/a-confirmer'),
  document: path('/documents/:id'),
  goal: path('/odd/:n'),
};
