import type { Step } from './walk.ts';

export const j8: Step[] = [];
