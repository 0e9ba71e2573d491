import { defineMessages } from '~/platform/i18n/index.ts';
import { en, noticesEn } from './messages.en.ts';
import { es, noticesEs } from './messages.es.ts';
import { fr, noticesFr } from './messages.fr.ts';

export const messages = defineMessages(fr, en, es);
/** What it tells of, by the name of the event. */
export const notices = defineMessages(noticesFr, noticesEn, noticesEs);
