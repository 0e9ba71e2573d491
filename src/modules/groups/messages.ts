import { defineMessages } from '~/platform/i18n/index.ts';
import { en, groupEn } from './messages.en.ts';
import { es, groupEs } from './messages.es.ts';
import { fr, groupFr } from './messages.fr.ts';

export const messages = defineMessages(fr, en, es);
export const groupKind = defineMessages(groupFr, groupEn, groupEs);
