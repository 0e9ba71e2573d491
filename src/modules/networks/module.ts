import type { Module } from '~/sheets/index.ts';

export const networks: Module = { name: 'networks' };
