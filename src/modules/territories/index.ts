export { loadAuthorities } from './authorities/load.ts';
export { createTerritory, type TerritoryInput } from './commands.ts';
export { findAuthority } from './queries.ts';
export { listCountryNamings, listTimeZones } from './partners.ts';
export { paths as territoryPaths } from './paths.ts';
