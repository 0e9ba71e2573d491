import type { Module } from '~/sheets/index.ts';
import { desk } from './desk.ts';
import { inbox } from './mail/inbox.ts';
import { mailQueue, tellAtOnce } from './mail/mails.ts';
import { notices } from './messages.ts';
import { personal } from './personal.ts';
import { routes } from './routes.tsx';
import { groupPart, peersPart } from './space.tsx';
import { waiting } from './waiting.ts';

export const discussions: Module = {
  name: 'discussions',
  routes,
  inside: [groupPart],
  space: [peersPart],
  waiting,
  queues: [mailQueue],
  subscribers: [tellAtOnce],
  inbox,
  notices,
  personal,
  desk,
};
