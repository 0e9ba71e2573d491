import type { Module } from '~/sheets/index.ts';

export const projects: Module = { name: 'projects' };
