import type { Module } from '~/sheets/index.ts';

export const home: Module = { name: 'home' };
