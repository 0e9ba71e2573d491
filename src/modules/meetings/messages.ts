import { defineMessages } from '~/platform/i18n/index.ts';
import { announceEn } from './announce/messages.en.ts';
import { announceEs } from './announce/messages.es.ts';
import { announceFr } from './announce/messages.fr.ts';
import { en, meetingEn, sessionEn } from './messages.en.ts';
import { es, meetingEs, sessionEs } from './messages.es.ts';
import { fr, meetingFr, sessionFr } from './messages.fr.ts';

export const messages = defineMessages(fr, en, es);
export const meetingKind = defineMessages({ ...meetingFr, ...announceFr }, { ...meetingEn, ...announceEn }, { ...meetingEs, ...announceEs });
export const sessionKind = defineMessages(sessionFr, sessionEn, sessionEs);
