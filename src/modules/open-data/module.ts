import type { Module } from '~/sheets/index.ts';
import { messages } from './messages.ts';
import { paths } from './paths.ts';
import { routes } from './routes.tsx';

export const openData: Module = {
  name: 'open-data',
  routes,
  menu: [
    { path: paths.about.href({}), section: 'donnees', messages, label: 'menu.data', where: 'foot', order: 60 },
    { path: paths.news.href({}), section: 'nouveautes', messages, label: 'menu.news', where: 'foot', order: 61 },
  ],
};
