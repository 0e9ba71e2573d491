import type { Module } from '~/sheets/index.ts';

export const people: Module = { name: 'people' };
