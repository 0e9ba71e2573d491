import { newId, type Tx } from '~/platform/db/index.ts';

export interface Mail {
  to: string;
  accountId?: string;
  /** Short code for counts and retention: `sign-in`, `digest`. */
  kind: string;
  subject: string;
  /** Reads well alone. */
  text: string;
  html?: string;
  headers?: Record<string, string>;
  /** Not before, ISO; now when absent. */
  dueAt?: string;
}

/** Written with the change that causes it, sent by the worker: a change that is rolled back sends nothing, a crash loses nothing. */
export async function queueMail(tx: Tx, mail: Mail): Promise<string> {
  const id = newId();
  await tx.insertInto('mails').values(rowOf(id, mail)).execute();
  return id;
}

/** Many at once, in one statement: digests. */
export async function queueMails(tx: Tx, mails: readonly Mail[]): Promise<void> {
  if (mails.length > 0) await tx.insertInto('mails').values(mails.map((mail) => rowOf(newId(), mail))).execute();
}

function rowOf(id: string, mail: Mail) {
  return {
    id,
    recipient: oneLine(mail.to),
    account_id: mail.accountId ?? null,
    kind: mail.kind,
    subject: oneLine(mail.subject),
    text: mail.text,
    html: mail.html ?? null,
    headers: JSON.stringify(Object.fromEntries(Object.entries(mail.headers ?? {}).map(([name, value]) => [name, oneLine(value)]))),
    ...(mail.dueAt ? { due_at: mail.dueAt } : {}),
  };
}

/** A line break in a header would begin another header. */
const oneLine = (text: string) => text.replace(/[\r\n\u2028\u2029]+/g, ' ').trim();
