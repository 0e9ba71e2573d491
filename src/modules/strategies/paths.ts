import { path } from '~/platform/http/paths.ts';

export const paths = { list: path('/strategies'), show: path('/strategies/:slug'), objective: path('/objectifs/:slug') };
