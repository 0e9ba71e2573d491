import type { Module } from '~/sheets/index.ts';

export const health: Module = { name: 'health' };
