export { findFunctions, findSpeakers, type FunctionShown, type Speaker } from './queries.ts';
export { FunctionText, SpeakerName, WhyHidden } from './pages/speaker-name.tsx';
export type { Standing } from './rules.ts';
