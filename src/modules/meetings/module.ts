import type { Module } from '~/sheets/index.ts';
import { demo } from './demo.ts';
import { editMeeting, editSession } from './edit.ts';
import { meetingKind, messages, sessionKind } from './messages.ts';
import { paths } from './paths.ts';
import { routes } from './routes.tsx';

export const meetings: Module = {
  name: 'meetings',
  routes,
  kinds: [
    {
      kind: 'event',
      genre: 'rencontre',
      path: paths.meeting,
      messages: meetingKind,
      phases: { tentative: 'upcoming', planned: 'upcoming', confirmed: 'upcoming', held: 'ended', cancelled: 'ended', recurring: 'ongoing' },
      accomplished: ['held'],
      schema: 'Event',
      edit: editMeeting,
    },
    { kind: 'session', genre: 'session', path: paths.session, messages: sessionKind, phases: { planned: 'upcoming', held: 'ended', cancelled: 'ended' }, accomplished: ['held'], schema: 'Event', edit: editSession },
  ],
  menu: [{ path: paths.list.href({}), section: 'rencontres', messages, label: 'menu', where: 'main', order: 30 }],
  demo,
};
