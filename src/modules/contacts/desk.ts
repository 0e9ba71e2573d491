import { translator } from '~/platform/i18n/index.ts';
import type { DeskPart } from '~/sheets/index.ts';
import { messages } from './messages.ts';
import { paths } from './paths.ts';
import { bodyOf } from './rules.ts';

export const desk: readonly DeskPart[] = [
  { section: 'tools', order: 45, list: async ({ lang, reader }) => (bodyOf(reader) ? [{ label: translator(messages, lang)('tool.contacts'), href: paths.lists.href({}) }] : []) },
];
