import { commonPaths } from '~/sheets/paths.ts';

export const paths = { home: commonPaths.home };
