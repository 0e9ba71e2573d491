import type { Module } from '~/sheets/index.ts';
import { announceActs } from './announce/acts.ts';
import { announce } from './announce/create.ts';
import { reasonNote } from './announce/reason.tsx';
import { tellComing } from './announce/telling.ts';
import { demo } from './demo.ts';
import { desk } from './desk.ts';
import { editMeeting, editSession } from './edit.ts';
import { meetingKind, messages, sessionKind } from './messages.ts';
import { paths } from './paths.ts';
import { routes as attendanceRoutes } from './organising/attendance-routes.tsx';
import { routes as peopleRoutes } from './organising/people-routes.tsx';
import { routes as programmeRoutes } from './organising/programme-routes.tsx';
import { routes as organisingRoutes } from './organising/routes.tsx';
import { routes as sessionRoutes } from './organising/session-routes.tsx';
import { inside } from './registration/inside.tsx';
import { routes as liveRoutes } from './registration/live-routes.tsx';
import { personal } from './registration/personal.ts';
import { queues } from './registration/reminders.ts';
import { routes as registrationRoutes } from './registration/routes.tsx';
import { routes } from './routes.tsx';

export const meetings: Module = {
  name: 'meetings',
  routes: [...routes, ...registrationRoutes, ...liveRoutes, ...organisingRoutes, ...programmeRoutes, ...sessionRoutes, ...peopleRoutes, ...attendanceRoutes],
  kinds: [
    {
      kind: 'event',
      genre: 'rencontre',
      path: paths.meeting,
      messages: meetingKind,
      phases: { tentative: 'upcoming', planned: 'upcoming', confirmed: 'upcoming', open: 'upcoming', held: 'ended', minutes: 'ended', postponed: 'paused', cancelled: 'ended', recurring: 'ongoing' },
      accomplished: ['held', 'minutes'],
      told: ['minutes', 'note', 'erratum'],
      schema: 'Event',
      edit: editMeeting,
      create: announce,
      acts: announceActs,
    },
    { kind: 'session', genre: 'session', path: paths.session, messages: sessionKind, phases: { planned: 'upcoming', held: 'ended', cancelled: 'ended' }, accomplished: ['held'], told: ['minutes', 'note', 'erratum'], schema: 'Event', edit: editSession },
  ],
  inside: [reasonNote, ...inside],
  queues, personal,
  subscribers: [tellComing],
  menu: [{ path: paths.list.href({}), section: 'rencontres', messages, label: 'menu', where: 'main', order: 30 }],
  demo,
  desk,
};
