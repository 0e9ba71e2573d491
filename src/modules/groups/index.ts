export { findStanding, mayInGroup } from './policy.ts';
