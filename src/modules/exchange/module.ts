import type { Module } from '~/sheets/index.ts';
import { acts } from './acts.ts';
import { create } from './create.ts';
import { desk } from './desk.ts';
import { edit } from './edit.ts';
import { expiries } from './expiry.ts';
import { messages } from './messages.ts';
import { paths } from './paths.ts';
import { personal } from './personal.ts';
import { routes } from './routes.tsx';
import { waiting } from './waiting.ts';

export const exchange: Module = {
  name: 'exchange',
  routes,
  kinds: [
    {
      kind: 'listing',
      genre: 'annonce',
      path: paths.show,
      messages,
      phases: { draft: 'upcoming', published: 'ongoing', contact: 'ongoing', matched: 'ended', withdrawn: 'ended', expired: 'ended' },
      accomplished: ['matched'],
      schema: 'Demand',
      create,
      edit,
      acts,
    },
  ],
  menu: [{ path: paths.list.href({}), section: 'bourse', messages, label: 'menu', where: 'main', order: 40 }],
  queues: [expiries],
  waiting,
  personal,
  desk,
};
