import type { Module } from '~/sheets/index.ts';

export const meetings: Module = { name: 'meetings' };
