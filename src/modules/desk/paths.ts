import { path } from '~/platform/http/paths.ts';

export const paths = {
  show: path('/animation'),
  members: path('/animation/membres'),
};
