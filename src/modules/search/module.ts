import type { Module } from '~/sheets/index.ts';
import { routes } from './routes.tsx';

export const search: Module = { name: 'search', routes };
