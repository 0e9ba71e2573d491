import type { Module } from '~/sheets/index.ts';

export const documents: Module = { name: 'documents' };
