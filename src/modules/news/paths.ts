import { path } from '~/platform/http/paths.ts';

export const paths = {
  list: path('/actualites'),
  feed: path('/actualites.atom'),
  show: path('/actualites/:slug'),
  jobs: path('/offres-d-emploi'),
  job: path('/offres-d-emploi/:slug'),
};
