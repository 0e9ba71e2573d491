import type { Module } from '~/sheets/index.ts';

export const openData: Module = { name: 'open-data' };
