import type { Module } from '~/sheets/index.ts';

export const themes: Module = { name: 'themes' };
