import { path } from '~/platform/http/paths.ts';

export const paths = { home: path('/') };
