export { actorOf } from './actor.ts';
export { chooseMandate, closeSession, createAccount, endMandate, grantMandate, openSession, sessionDays, type AccountInput, type MandateInput } from './commands.ts';
export { findReader } from './readers.ts';
export { createToken, hashToken } from './tokens.ts';
export { paths as accountPaths } from './paths.ts';
