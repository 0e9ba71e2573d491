import type { Module } from '~/sheets/index.ts';

export const strategies: Module = { name: 'strategies' };
