import type { Module } from '~/sheets/index.ts';

export const organisations: Module = { name: 'organisations' };
