import { defineMessages } from '~/platform/i18n/index.ts';
import { en } from './messages.en.ts';
import { es } from './messages.es.ts';
import { fr } from './messages.fr.ts';

export const messages = defineMessages(fr, en, es);
