import type { Module } from '~/sheets/index.ts';

export const doubts: Module = { name: 'doubts' };
