import { defineMessages } from '~/platform/i18n/index.ts';
import { en, lawEn, schemeEn } from './messages.en.ts';
import { es, lawEs, schemeEs } from './messages.es.ts';
import { fr, lawFr, schemeFr } from './messages.fr.ts';

export const messages = defineMessages(fr, en, es);
export const schemeKind = defineMessages(schemeFr, schemeEn, schemeEs);
export const lawKind = defineMessages(lawFr, lawEn, lawEs);
