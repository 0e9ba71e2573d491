import type { Module } from '~/sheets/index.ts';

export const agenda: Module = { name: 'agenda' };
