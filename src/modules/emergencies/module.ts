import type { Module } from '~/sheets/index.ts';
import { desk } from './desk.ts';
import { messages } from './messages.ts';
import { paths } from './paths.ts';
import { personal } from './personal.ts';
import { routes } from './routes.tsx';
import { acts, create, edit } from './specs.ts';
import { waiting } from './waiting.ts';

export const emergencies: Module = {
  name: 'emergencies',
  kinds: [{ kind: 'emergency', genre: 'urgence', path: paths.show, messages, schema: 'SpecialAnnouncement', phases: { alert: 'ongoing', closed: 'ended' }, alarming: ['alert'], told: ['called'], create, edit, acts }],
  routes, waiting, personal,
  desk,
};
