import { translator } from '~/platform/i18n/index.ts';
import { commonPaths, type DeskPart } from '~/sheets/index.ts';
import { create } from './create.ts';
import { messages } from './messages.ts';

export const desk: readonly DeskPart[] = [
  { section: 'tools', order: 50, list: async ({ lang, reader }) => (create.may(reader) ? [{ label: translator(messages, lang)('tool.group'), href: commonPaths.create.href({ genre: 'groupe' }) }] : []) },
];
