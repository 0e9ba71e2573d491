import { translator } from '~/platform/i18n/index.ts';
import { commonPaths, type DeskPart } from '~/sheets/index.ts';
import { messages } from './messages.ts';
import { create } from './specs.ts';

export const desk: readonly DeskPart[] = [
  { section: 'tools', order: 65, list: async ({ lang, reader }) => (create.may(reader) ? [{ label: translator(messages, lang)('tool.alert'), href: commonPaths.create.href({ genre: 'urgence' }) }] : []) },
];
