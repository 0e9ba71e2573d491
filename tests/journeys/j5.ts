import type { Step } from './walk.ts';

export const j5: Step[] = [];
