import { createHash } from 'node:crypto';
import { accountMessages, recordAttempt } from '~/modules/accounts/index.ts';
import { sql, type Db, type Tx } from '~/platform/db/index.ts';
import type { Actor } from '~/platform/events/index.ts';
import { addFile, type FileKind } from '~/platform/files/index.ts';
import { cleanText } from '~/platform/http/form.ts';
import { findMessage, translator, type Lang } from '~/platform/i18n/index.ts';
import type { Inbox, ReceivedLetter } from '~/platform/mail/index.ts';
import { messages } from '../messages.ts';
import { addMessage } from '../posting.ts';
import { mayReadAccount } from '../readable.ts';
import { limitsOf, longestText, mostFiles } from '../rules.ts';
import { parseReply } from './reply-text.ts';
import { inboxName, parseReplyToken } from './reply-address.ts';

/** Answers to the mails of discussions. The signed address is the proof; whoever has it must also write as the account does. */
export const inbox: Inbox = {
  name: inboxName,
  knows: async (token, { db, now }) => (await parseReplyToken(db, token, now())) !== null,
  async take(token, letter, { db, now }) {
    const num = await parseReplyToken(db, token, now());
    const writer = num === null ? undefined : await findWriter(db, num);
    const say = translator(messages, writer?.lang ?? 'fr');
    if (!writer) return say('inbound.unknown');
    if (letter.from?.toLowerCase() !== writer.mail.toLowerCase()) return say('inbound.sender');
    if (!writer.mayWrite) return say('inbound.closed');
    const text = cleanText(parseReply(letter.text)).trim();
    if (!text && letter.files.length === 0) return say('inbound.empty');
    if (text.length > longestText) return say('inbound.long');
    if (await isKnown(db, letter)) return null;
    if ((await recordAttempt(db, limitsOf(writer.account))) !== null) return say('inbound.often');
    await db.transaction().execute((tx) => write(tx, writer, letter, text));
    return null;
  },
};

interface Writer {
  discussion: string;
  account: string;
  mail: string;
  lang: Lang;
  title: string | null;
  role: string | null;
  body: string | null;
  mayWrite: boolean;
}

/** Who the address was written for: their function, and the body that they come for in this group, or speak for. */
async function findWriter(db: Db, num: number): Promise<Writer | undefined> {
  const { rows } = await sql<Writer>`
    select d.id as discussion, a.id as account, a.mail, a.lang, a.title, m.role, coalesce(g.body_id, m.body_id) as body,
      coalesce(a.suspended_until < current_date, true) and ${mayReadAccount} as "mayWrite"
    from discussion_people p join discussions d on d.id = p.discussion_id join accounts a on a.id = p.account_id and a.closed_at is null
    left join group_places g on g.group_id = d.group_id and g.account_id = a.id
    left join lateral (select m.role, m.body_id from mandates m
      where m.account_id = a.id and m.ended_at is null and m.since <= current_date and (m.until is null or m.until >= current_date)
      order by m.body_id is not distinct from d.group_id desc, m.granted_at, m.id limit 1) m on true
    where p.num = ${num}`.execute(db);
  return rows[0];
}

const digestOf = ({ messageId }: ReceivedLetter) => messageId && createHash('sha256').update(messageId).digest();

async function isKnown(db: Db, letter: ReceivedLetter): Promise<boolean> {
  const digest = digestOf(letter);
  return !!digest && (await db.selectFrom('discussion_mails').select('at').where('digest', '=', digest).executeTakeFirst()) !== undefined;
}

/** The answer, its attachments and the mark of the mail: together, or the sender's server asks again. */
async function write(tx: Tx, writer: Writer, letter: ReceivedLetter, text: string): Promise<void> {
  const digest = digestOf(letter);
  if (digest) {
    const first = await tx.insertInto('discussion_mails').values({ digest }).onConflict((oc) => oc.doNothing()).returning('at').executeTakeFirst();
    if (!first) return;
  }
  const files: { id: string; kind: FileKind }[] = [];
  let lostFiles = Math.max(0, letter.files.length - mostFiles);
  for (const file of letter.files.slice(0, mostFiles)) {
    const kind: FileKind = file.mediaType.startsWith('image/') ? 'photo' : 'document';
    const added = await addFile(tx, writer.account, kind, new File([file.content], file.name, { type: file.mediaType }));
    if ('fault' in added) lostFiles += 1;
    else files.push({ id: added.id, kind });
  }
  await addMessage(tx, actorOf(writer), writer.discussion, { text, files, byMail: true, lostFiles });
}

function actorOf({ account, title, role, body }: Writer): Actor {
  const name = title ?? findMessage(accountMessages, 'fr', `role.${role ?? 'none'}`) ?? translator(accountMessages, 'fr')('role.none');
  return { name, accountId: account, ...(role ? { role } : {}), ...(body ? { onBehalfOf: body } : {}) };
}
