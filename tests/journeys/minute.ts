import type { Step } from './walk.ts';

export const minute: Step[] = [];
