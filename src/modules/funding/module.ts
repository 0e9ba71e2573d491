import type { Module } from '~/sheets/index.ts';

export const funding: Module = { name: 'funding' };
