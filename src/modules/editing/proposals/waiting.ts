import { translator } from '~/platform/i18n/index.ts';
import type { WaitingFor } from '~/sheets/index.ts';
import { messages } from '../messages.ts';
import { paths } from '../paths.ts';
import { nameProposal } from './desk.ts';
import { listToDecide } from './queries.ts';

/** Somebody proposed a change and waits for an answer. */
export const waiting: WaitingFor = async (db, reader, lang, today) => {
  const t = translator(messages, lang);
  return (await listToDecide(db, reader, today)).map((one) => ({
    title: t('waiting.title', { title: nameProposal(one, lang), sheet: one.title }),
    text: t('proposal.by', { who: one.body ? `${one.author}, ${one.body}` : one.author }),
    seconds: 60,
    main: { label: t('waiting.look'), href: paths.proposal.href({ id: one.id }) },
    since: String(one.at),
    rank: 1,
  }));
};
