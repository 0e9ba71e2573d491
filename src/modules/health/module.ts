import type { Module } from '~/sheets/index.ts';
import { routes } from './routes.ts';

export const health: Module = { name: 'health', routes };
