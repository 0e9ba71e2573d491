import type { Module } from '~/sheets/index.ts';
import { demo } from './demo.ts';
import { messages } from './messages.ts';
import { paths } from './paths.ts';
import { personal } from './personal.ts';
import { routes } from './routes.tsx';

/** No kind of sheet: people are shown by what they did, on the pages of meetings and groups, and in the directory. */
export const people: Module = {
  name: 'people',
  demo,
  routes,
  personal,
  menu: [{ path: paths.list.href({}), section: 'people', messages, label: 'list.title', where: 'foot', order: 40 }],
};
