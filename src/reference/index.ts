/** Code lists as data, known to every room: countries, zones, themes, goals. Sources: db/reference/README.md. */
export * from './countries.ts';
export * from './zones.ts';
export * from './themes.ts';
export * from './sdgs.ts';
