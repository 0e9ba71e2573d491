import { path } from '~/platform/http/paths.ts';
import { commonPaths } from '~/sheets/index.ts';

export const paths = {
  list: commonPaths.demonstration,
  become: path('/demonstration/:key'),
};
