import type { Route } from '~/platform/http/request.ts';

export const routes: Route[] = [];
