import type { Module } from '~/sheets/index.ts';
import { demo } from './demo.ts';
import { messages } from './messages.ts';
import { paths } from './paths.ts';

export const themes: Module = {
  name: 'themes',
  kinds: [{ kind: 'theme', genre: 'theme', path: paths.show, messages, schema: 'DefinedTerm' }],
  demo,
};
