import type { Module } from '~/sheets/index.ts';
import { demo } from './demo.ts';
import { messages } from './messages.ts';
import { paths } from './paths.ts';

export const territories: Module = {
  name: 'territories',
  kinds: [{ kind: 'territory', genre: 'territoire', path: paths.show, messages, schema: 'AdministrativeArea' }],
  demo,
};
