import { openConversation } from '~/modules/discussions/index.ts';
import type { Tx } from '~/platform/db/index.ts';
import type { Actor } from '~/platform/events/index.ts';
import { formatList, translator } from '~/platform/i18n/index.ts';
import { messages } from '../messages.ts';

interface Talk {
  about: string;
  names: string[];
  subject: string;
  accounts: string[];
}

/** The first words recall what was asked, so that nobody begins with an empty page. In French, as both asked and agreed. */
export function openTalk(tx: Tx, actor: Actor, { about, names, subject, accounts }: Talk): Promise<string> {
  const t = translator(messages, 'fr');
  const members = formatList('fr', names);
  return openConversation(tx, actor, { about, title: t('introduction.talk.title', { members }), accounts, text: t('introduction.talk.text', { members, subject }) });
}
