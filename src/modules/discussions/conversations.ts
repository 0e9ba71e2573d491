import type { Tx } from '~/platform/db/index.ts';
import type { Actor } from '~/platform/events/index.ts';
import { createDiscussion } from './posting.ts';
import { longestText, longestTitle, mostPeople } from './rules.ts';

export interface ConversationInput {
  /** The sheet that it is about: those who are told see its name. */
  about: string;
  title: string;
  /** Beside the author, who is in it too. */
  accounts: readonly string[];
  text: string;
}

/** A private thread between these accounts and the author, whose names they see. Tells them. Its id, for conversationHref. */
export async function openConversation(tx: Tx, actor: Actor, { about, title, accounts, text }: ConversationInput): Promise<string> {
  if (accounts.length === 0 || accounts.length > mostPeople) throw new RangeError(`A conversation of ${accounts.length} accounts`);
  const { discussionId } = await createDiscussion(tx, actor, { kind: 'conversation', aboutId: about, title: title.slice(0, longestTitle), text: text.slice(0, longestText), accounts });
  return discussionId;
}
