import { defineMessages } from '~/platform/i18n/index.ts';
import { en, meetingEn, sessionEn } from './messages.en.ts';
import { es, meetingEs, sessionEs } from './messages.es.ts';
import { fr, meetingFr, sessionFr } from './messages.fr.ts';

export const messages = defineMessages(fr, en, es);
export const meetingKind = defineMessages(meetingFr, meetingEn, meetingEs);
export const sessionKind = defineMessages(sessionFr, sessionEn, sessionEs);
