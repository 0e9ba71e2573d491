import { translator } from '~/platform/i18n/index.ts';
import type { DeskPart } from '~/sheets/index.ts';
import { messages } from './messages.ts';
import { paths } from './paths.ts';

export const desk: readonly DeskPart[] = [
  {
    section: 'tools',
    order: 10,
    list: async ({ lang }, network) => (network && network.kind !== 'network' ? [] : [{ label: translator(messages, lang)('tool.members'), href: paths.list.href({}) }]),
  },
];
