import type { Module } from '~/sheets/index.ts';
import { demo } from './demo.ts';
import { acts, edit } from './edit.ts';
import { groupKind, messages } from './messages.ts';
import { paths } from './paths.ts';
import { routes } from './routes.tsx';

export const groups: Module = {
  name: 'groups',
  routes,
  kinds: [{ kind: 'group', genre: 'groupe', path: paths.show, messages: groupKind, phases: { active: 'ongoing', closed: 'ended' }, schema: 'Organization', edit, acts }],
  menu: [{ path: paths.list.href({}), section: 'groupes', messages, label: 'menu', where: 'foot', order: 15 }],
  demo,
};
