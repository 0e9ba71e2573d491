import type { Module } from '~/sheets/index.ts';
import { routes } from './routes.tsx';

export const health: Module = { name: 'health', routes };
