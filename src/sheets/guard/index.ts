export { GuardFields } from './fields.tsx';
export { eraseGuard } from './keys.ts';
export { takeTurn, type Pace } from './pace.ts';
export { checkGuard, openGuard, type GuardRefusal } from './check.ts';
export { messages as guardMessages } from './messages.ts';
