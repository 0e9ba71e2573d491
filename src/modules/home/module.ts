import type { Module } from '~/sheets/index.ts';
import { routes } from './routes.tsx';

export const home: Module = { name: 'home', routes };
