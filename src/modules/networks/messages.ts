import { defineMessages } from '~/platform/i18n/index.ts';
import { settleWords } from '~/sheets/index.ts';
import { en } from './messages.en.ts';
import { es } from './messages.es.ts';
import { fr } from './messages.fr.ts';

export const messages = defineMessages({ ...fr, ...settleWords.fr }, { ...en, ...settleWords.en }, { ...es, ...settleWords.es });
