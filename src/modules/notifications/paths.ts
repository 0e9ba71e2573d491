import { path } from '~/platform/http/paths.ts';
import { commonPaths } from '~/sheets/index.ts';

export const paths = {
  follow: commonPaths.follow,
  country: commonPaths.followCountry,
  list: commonPaths.follows,
  remove: path('/suivis/:id/retrait'),
  news: path('/suivis/nouvelles'),
  read: path('/suivis/nouvelles/lues'),
  settings: path('/suivis/reglages'),
  unsubscribe: commonPaths.unsubscribe,
};
