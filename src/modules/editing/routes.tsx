import { routes as drafts } from './drafts/routes.tsx';
import { routes as forms } from './forms/routes.tsx';
import { routes as history } from './history/routes.tsx';
import { routes as merging } from './merging/routes.tsx';
import { routes as proposals } from './proposals/routes.tsx';
import { suggestionsRoute } from './suggestions.ts';

export const routes = [...forms, ...drafts, ...history, ...proposals, ...merging, suggestionsRoute];
