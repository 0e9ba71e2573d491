export { addAttendances, type Added } from './attendance/commands.ts';
export { createMeeting, createSession } from './commands.ts';
export type { AttendanceInput, HoursInput, MeetingInput, SessionInput } from './types.ts';
export { mayOrganise, mayOrganiseSession } from './organising/rights.ts';
export { cancelRegistration, registerFor, type Registered, type RegistrationInput } from './registration/commands.ts';
export { isRegistered, listRegistered, type RegisteredPerson } from './registration/queries.ts';
export { paths as meetingPaths } from './paths.ts';
export { getMinutes, type ContextNote, type Minutes, type PartShown, type RoleShown } from './minutes-queries.ts';
