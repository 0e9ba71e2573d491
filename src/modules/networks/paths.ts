import { path } from '~/platform/http/paths.ts';

export const paths = { list: path('/reseaux'), show: path('/reseaux/:slug') };
