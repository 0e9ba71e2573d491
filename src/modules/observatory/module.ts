import type { Module } from '~/sheets/index.ts';
import { routes } from './routes.tsx';

export const observatory: Module = { name: 'observatory', routes };
