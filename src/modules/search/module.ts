import type { Module } from '~/sheets/index.ts';

export const search: Module = { name: 'search' };
