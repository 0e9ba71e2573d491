import { path } from '~/platform/http/paths.ts';

export const paths = {
  show: path('/agenda'),
  /** Secret addresses of one's own calendar. */
  feeds: path('/agenda/adresses'),
  feed: path('/agenda.ics'),
  revoke: path('/agenda/adresses/:id/revocation'),
  replace: path('/agenda/adresses/:id/remplacement'),
  /** Read signed out: the token is the key. */
  secret: path('/agenda/prive/:file{[^/]+\\.ics}'),
  aims: path('/agenda/objectifs/:slug'),
  /** Who goes to the same place: the window that a body sets. */
  crossings: path('/agenda/voyages'),
  month: path('/agenda/:month'),
};
