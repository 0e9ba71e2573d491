import type { Module } from '~/sheets/index.ts';
import { desk } from './desk.ts';
import { invitationQueue, writeInvitations } from './invitations/mails.ts';
import { invitationPart } from './part.tsx';
import { personal } from './personal.ts';
import { routes } from './routes.tsx';
import { space } from './space.tsx';

export const contacts: Module = {
  name: 'contacts',
  routes,
  inside: [invitationPart],
  queues: [invitationQueue],
  subscribers: [writeInvitations],
  personal,
  desk,
  space: [space],
};
