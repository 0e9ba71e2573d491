import type { Module } from '~/sheets/index.ts';

export const observatory: Module = { name: 'observatory' };
