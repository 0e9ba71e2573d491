import { translator } from '~/platform/i18n/index.ts';
import type { DeskPart } from '~/sheets/index.ts';
import { messages } from './messages.ts';
import { paths } from './paths.ts';
import { getProgress } from './queries.ts';

const tool: DeskPart = { section: 'tools', order: 30, list: async ({ lang }) => [{ label: translator(messages, lang)('tool.compose'), href: paths.desk.href({}) }] };

const subscribers: DeskPart = {
  section: 'health',
  order: 70,
  async list({ lang, primary }) {
    const t = translator(messages, lang);
    return [{ label: t('health.subscribers'), value: (await getProgress(primary, null)).subscribers, rule: t('health.subscribers.rule'), href: paths.desk.href({}) }];
  },
};

export const desk: readonly DeskPart[] = [tool, subscribers];
