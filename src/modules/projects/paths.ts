import { path } from '~/platform/http/paths.ts';

export const paths = { list: path('/actions'), show: path('/actions/:slug') };
