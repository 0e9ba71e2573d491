export { settleAct } from './act.ts';
export { settleFact } from './commands.ts';
export { listContradictions, type Contradiction } from './queries.ts';
export { settleWords } from './messages.ts';
