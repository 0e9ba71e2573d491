export { refreshAll, refreshSome, type Refreshed } from './matches/refresh.ts';
