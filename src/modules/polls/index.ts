export { createPoll, type PollInput } from './commands.ts';
export { paths as pollPaths } from './paths.ts';
