import { translator } from '~/platform/i18n/index.ts';
import { commonPaths, type DeskPart } from '~/sheets/index.ts';
import { messages } from './messages.ts';
import { create } from './specs.ts';

export const desk: readonly DeskPart[] = [
  { section: 'tools', order: 60, list: async ({ lang, reader }) => (create.may(reader) ? [{ label: translator(messages, lang)('tool.advocacy'), href: commonPaths.create.href({ genre: 'plaidoyer' }) }] : []) },
];
