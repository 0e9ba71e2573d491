import type { Module } from '~/sheets/index.ts';
import { acts } from './acts.ts';
import { create } from './create.ts';
import { loadNetworks } from './demo.ts';
import { edit } from './edit.ts';
import { messages } from './messages.ts';
import { paths } from './paths.ts';
import { routes } from './routes.tsx';

export const networks: Module = {
  name: 'networks',
  kinds: [{ kind: 'network', genre: 'reseau', path: paths.show, messages, schema: 'Organization', edit, create, acts }],
  routes,
  menu: [{ path: paths.list.href({}), section: 'reseaux', messages, label: 'menu.networks', where: 'foot', order: 10 }],
  demo: loadNetworks,
};
