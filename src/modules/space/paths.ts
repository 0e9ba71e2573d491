import { commonPaths } from '~/sheets/index.ts';

export const paths = {
  space: commonPaths.space,
};
