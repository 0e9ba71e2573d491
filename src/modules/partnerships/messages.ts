import { defineMessages } from '~/platform/i18n/index.ts';
import { settleWords } from '~/sheets/index.ts';
import { en as gesturesEn } from './gestures/messages.en.ts';
import { es as gesturesEs } from './gestures/messages.es.ts';
import { fr as gesturesFr } from './gestures/messages.fr.ts';
import { en } from './messages.en.ts';
import { es } from './messages.es.ts';
import { fr } from './messages.fr.ts';

export const messages = defineMessages(
  { ...fr, ...gesturesFr, ...settleWords.fr },
  { ...en, ...gesturesEn, ...settleWords.en },
  { ...es, ...gesturesEs, ...settleWords.es },
);
