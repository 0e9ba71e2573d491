import { path } from '~/platform/http/paths.ts';

export const paths = { list: path('/groupes'), show: path('/groupes/:slug') };
