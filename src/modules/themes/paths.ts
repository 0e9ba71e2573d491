import { path } from '~/platform/http/paths.ts';

export const paths = {
  list: path('/themes'),
  show: path('/themes/:slug'),
  goals: path('/odd'),
  goal: path('/odd/:n'),
};
