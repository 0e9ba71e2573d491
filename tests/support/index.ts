export { openApp, serve, testNow, type OpenedApp } from './app.ts';
export { freshConnection, freshDatabase, useWorld } from './database.ts';
export type { Visitor } from './visitor.ts';
