import type { Module } from '~/sheets/index.ts';
import { routes as composing } from './composing/routes.tsx';
import { desk } from './desk.ts';
import { messages } from './messages.ts';
import { paths } from './paths.ts';
import { personal } from './personal.ts';
import { routes } from './routes.tsx';
import { sendAsked, sendQueue } from './sending.ts';

export const newsletter: Module = {
  name: 'newsletter',
  routes: [...composing, ...routes],
  menu: [{ path: paths.form.href({}), section: 'newsletter', messages, label: 'menu', where: 'foot', order: 6 }],
  queues: [sendQueue],
  subscribers: [sendAsked],
  personal,
  desk,
};
