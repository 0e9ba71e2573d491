import { path } from '~/platform/http/paths.ts';
import { commonPaths } from '~/sheets/index.ts';

export const paths = {
  show: commonPaths.desk,
  members: path('/animation/membres'),
};
