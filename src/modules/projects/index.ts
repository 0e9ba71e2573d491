export { createAction, type ActionInput } from './commands.ts';
export { paths as actionPaths } from './paths.ts';
export { listResults } from './results.ts';
