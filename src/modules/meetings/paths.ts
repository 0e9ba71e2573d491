import { path } from '~/platform/http/paths.ts';

export const paths = {
  list: path('/rencontres'),
  meeting: path('/rencontres/:slug'),
  session: path('/seances/:slug'),
};
