import type { Module } from '~/sheets/index.ts';

export const pages: Module = { name: 'pages' };
