import type { Module } from '~/sheets/index.ts';
import { demo } from './aims/demo.ts';
import { aimsPart } from './aims/part.tsx';
import { crossingQueue, watchMoves } from './crossings/queue.ts';
import { desk } from './desk.ts';
import { messages } from './messages.ts';
import { paths } from './paths.ts';
import { personal } from './personal.ts';
import { routes } from './routes.tsx';
import { space } from './space.tsx';

export const agenda: Module = {
  name: 'agenda',
  routes,
  menu: [{ path: paths.show.href({}), section: 'agenda', messages, label: 'menu', where: 'main', order: 20 }],
  inside: [aimsPart],
  space: [space],
  queues: [crossingQueue],
  subscribers: [watchMoves],
  notices: messages,
  personal,
  demo,
  desk,
};
