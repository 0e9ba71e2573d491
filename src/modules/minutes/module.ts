import type { Module } from '~/sheets/index.ts';
import { desk } from './desk.ts';
import { routes as files } from './files/routes.ts';
import { reminders } from './follow-ups/reminders.ts';
import { routes as followUps } from './follow-ups/routes.tsx';
import { inside } from './inside.tsx';
import { messages } from './messages.ts';
import { personal } from './personal.ts';
import { routes as publishing } from './publishing/routes.tsx';
import { routes as review } from './review/routes.tsx';
import { waiting } from './waiting.ts';
import { routes as writing } from './writing/routes.tsx';

export const minutes: Module = {
  name: 'minutes',
  routes: [...files, ...writing, ...followUps, ...review, ...publishing],
  queues: [reminders],
  inside,
  waiting,
  personal,
  notices: messages,
  desk,
};
