export { loadThemes } from './commands.ts';
export { paths as themePaths } from './paths.ts';
