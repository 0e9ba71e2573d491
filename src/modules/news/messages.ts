import { defineMessages } from '~/platform/i18n/index.ts';
import { jobEn, newsEn } from './messages.en.ts';
import { jobEs, newsEs } from './messages.es.ts';
import { jobFr, newsFr } from './messages.fr.ts';

export const newsKind = defineMessages(newsFr, newsEn, newsEs);
export const jobKind = defineMessages(jobFr, jobEn, jobEs);
