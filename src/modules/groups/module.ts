import type { Module } from '~/sheets/index.ts';

export const groups: Module = { name: 'groups' };
