export { createGroup, type GroupInput } from './commands.ts';
export { findStanding, isGroupMember, mayInGroup, mayLeadGroup, type Gesture, type Standing } from './policy.ts';
export { joinGroup, leaveGroup, type Joining } from './people/commands.ts';
export { paths as groupPaths } from './paths.ts';
