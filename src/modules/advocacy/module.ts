import type { Module } from '~/sheets/index.ts';
import { desk } from './desk.ts';
import { messages } from './messages.ts';
import { paths } from './paths.ts';
import { personal } from './personal.ts';
import { routes } from './routes.tsx';
import { acts, create, edit } from './specs.ts';
import { waiting } from './waiting.ts';

export const advocacy: Module = {
  name: 'advocacy',
  kinds: [{
    kind: 'advocacy', genre: 'plaidoyer', path: paths.show, messages, schema: 'CreativeWork',
    phases: { raised: 'upcoming', supported: 'ongoing', sent: 'ongoing', answered: 'ongoing', closed: 'ended' }, told: ['written', 'sent', 'answered', 'gathered'],
    create, edit, acts,
  }],
  routes,
  menu: [{ path: paths.list.href({}), section: 'plaidoyers', messages, label: 'menu', where: 'foot', order: 17 }],
  waiting, personal,
  desk,
};
