import { formatDay, translator } from '~/platform/i18n/index.ts';
import { commonPaths, type DeskPart } from '~/sheets/index.ts';
import { mayAsk } from './electorate.ts';
import { messages } from './messages.ts';
import { paths } from './paths.ts';
import { findLastClosed, listClosing } from './queries.ts';

const days = 60;

const tool: DeskPart = {
  section: 'tools',
  order: 25,
  list: async ({ lang, reader }) => (mayAsk(reader) ? [{ label: translator(messages, lang)('tool.poll'), href: commonPaths.create.href({ genre: 'sondage' }) }] : []),
};

const closing: DeskPart = {
  section: 'prepare',
  order: 30,
  async list({ lang, primary, reader, today }, network) {
    const t = translator(messages, lang);
    const polls = await listClosing(primary, reader, network?.id ?? null, Temporal.PlainDate.from(today).add({ days }).toString());
    return polls.map((poll) => ({
      label: t('prepare.poll', { title: poll.title }), value: t('prepare.poll.voted', { n: poll.voted }),
      rule: t('prepare.poll.rule', { date: formatDay(lang, poll.closesOn, { dateStyle: 'long' }) }), href: paths.show.href({ slug: poll.slug }),
    }));
  },
};

const turnout: DeskPart = {
  section: 'health',
  order: 40,
  async list({ lang, primary, reader }, network) {
    const t = translator(messages, lang);
    const poll = await findLastClosed(primary, reader, network?.id ?? null);
    if (!poll) return [];
    return [{ label: t('health.poll'), value: t('health.poll.value', poll), rule: t('health.poll.rule', { title: poll.title, date: formatDay(lang, poll.closedOn, { dateStyle: 'long' }) }), href: paths.show.href({ slug: poll.slug }) }];
  },
};

export const desk: readonly DeskPart[] = [tool, closing, turnout];
