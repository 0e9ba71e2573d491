import type { Module } from '~/sheets/index.ts';
import { create } from './create.ts';
import { demo } from './demo.ts';
import { desk } from './desk.ts';
import { tellTexts, textQueue } from './documents/texts.ts';
import { acts, edit } from './edit.ts';
import { groupKind, messages } from './messages.ts';
import { paths } from './paths.ts';
import { personal } from './personal.ts';
import { routes } from './routes.tsx';
import { space } from './space.tsx';
import { waiting } from './waiting.ts';

export const groups: Module = {
  name: 'groups',
  routes,
  kinds: [{ kind: 'group', genre: 'groupe', path: paths.show, messages: groupKind, phases: { active: 'ongoing', closed: 'ended' }, schema: 'Organization', edit, create, acts }],
  menu: [{ path: paths.list.href({}), section: 'groupes', messages, label: 'menu', where: 'foot', order: 15 }],
  queues: [textQueue],
  subscribers: [tellTexts],
  notices: messages,
  waiting,
  space: [space],
  personal,
  demo,
  desk,
};
