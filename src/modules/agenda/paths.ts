import { path } from '~/platform/http/paths.ts';

export const paths = {
  show: path('/agenda'),
  month: path('/agenda/:month'),
  feed: path('/agenda.ics'),
};
