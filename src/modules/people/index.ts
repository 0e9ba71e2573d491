export { findFunctions, findSpeakers, type FunctionShown, type Speaker } from './queries.ts';
export { FunctionText, SpeakerName, WhyHidden } from './pages/speaker-name.tsx';
export { addFunction, createPerson, type FunctionInput, type PersonInput } from './commands.ts';
export type { Standing } from './rules.ts';
