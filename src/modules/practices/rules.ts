import type { Right } from '~/sheets/index.ts';

/** Whoever keeps an action tells what came of it. */
export const mayTell = (right: Right | null): boolean => right === 'own' || right === 'animator' || right === 'administrator';
