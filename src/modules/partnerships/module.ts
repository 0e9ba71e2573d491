import type { Module } from '~/sheets/index.ts';

export const partnerships: Module = { name: 'partnerships' };
