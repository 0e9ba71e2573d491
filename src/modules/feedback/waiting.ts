import { translator } from '~/platform/i18n/index.ts';
import type { Waiting, WaitingFor } from '~/sheets/index.ts';
import { messages } from './messages.ts';
import { paths } from './paths.ts';
import { listFeedback } from './queries.ts';

/** What was given to this person, one by one; what is still nobody's, together. */
export const waiting: WaitingFor = async (db, reader, lang) => {
  if (!reader.acting) return [];
  const t = translator(messages, lang);
  const found = await listFeedback(db, reader, { of: 'waiting' });
  const mine = found.filter((one) => one.state !== 'received');
  const free = found.filter((one) => one.state === 'received');
  const own = mine.map((one): Waiting => ({
    title: t(`waiting.${one.kind}`, { page: one.sheet?.title ?? one.page }),
    text: one.wantsReply && !one.answered ? t('waiting.reply') : t('waiting.noReply'),
    seconds: 120,
    main: { label: t('waiting.open'), href: paths.show.href({ id: one.id }) },
    since: one.receivedAt,
    rank: 1,
  }));
  if (free.length === 0) return own;
  const only = free.length === 1 ? free[0]! : undefined;
  return [...own, {
    title: only ? t(`waiting.${only.kind}`, { page: only.sheet?.title ?? only.page }) : t('waiting.free', { n: free.length }),
    text: t('waiting.free.text'),
    seconds: 30,
    main: { label: t('waiting.open'), href: only ? paths.show.href({ id: only.id }) : paths.list.href({}) },
    since: free[0]!.receivedAt,
    rank: 1,
  }];
};
