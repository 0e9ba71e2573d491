export { createAction, type ActionInput } from './commands.ts';
export { readResult, resultFields } from './fields.ts';
export { listResults, type ResultInput } from './results.ts';
