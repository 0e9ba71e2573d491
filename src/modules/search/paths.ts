import { commonPaths } from '~/sheets/paths.ts';

export const paths = { show: commonPaths.search };
