import { defineMessages } from '~/platform/i18n/index.ts';

/** What the kernel asks of a kind; the pages of objectives speak with the messages of strategies. */
export const messages = defineMessages(
  { 'kind.one': 'Objectif', 'kind.many': '{n, plural, one {# objectif} other {# objectifs}}' },
  { 'kind.one': 'Objective', 'kind.many': '{n, plural, one {# objective} other {# objectives}}' },
  { 'kind.one': 'Objetivo', 'kind.many': '{n, plural, one {# objetivo} other {# objetivos}}' },
);
