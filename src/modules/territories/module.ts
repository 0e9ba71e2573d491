import type { Module } from '~/sheets/index.ts';

export const territories: Module = { name: 'territories' };
