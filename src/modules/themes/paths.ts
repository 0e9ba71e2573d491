import { path } from '~/platform/http/paths.ts';
import { commonPaths } from '~/sheets/paths.ts';

export const paths = {
  list: path('/themes'),
  show: path('/themes/:slug'),
  goals: path('/odd'),
  goal: commonPaths.goal,
};
