import type { Tx } from '~/platform/db/index.ts';
import { translator, type Lang } from '~/platform/i18n/index.ts';
import { queueMail } from '~/platform/mail/queue.ts';
import { messages } from '../messages.ts';
import { linkMinutes } from './commands.ts';

interface Words {
  lang: Lang;
  instance: string;
}

/** The same for everybody, whether the address has an account or not. */
export async function recordLinkMail(tx: Tx, to: string, address: string, { lang, instance }: Words): Promise<void> {
  const t = translator(messages, lang);
  await queueMail(tx, { to, kind: 'sign-in', subject: t('mail.link.subject', { instance }), text: t('mail.link.text', { instance, address, minutes: linkMinutes }) });
}

export async function recordNewMailLink(tx: Tx, to: string, address: string, { lang, instance }: Words): Promise<void> {
  const t = translator(messages, lang);
  await queueMail(tx, { to, kind: 'sign-in', subject: t('mail.change.subject', { instance }), text: t('mail.change.text', { instance, address, minutes: linkMinutes }) });
}

/** To the address that was there before: somebody who took an account over cannot hide it. */
export async function recordMailChanged(tx: Tx, accountId: string, to: string, { lang, instance }: Words): Promise<void> {
  const t = translator(messages, lang);
  await queueMail(tx, { to, accountId, kind: 'account', subject: t('mail.changed.subject', { instance }), text: t('mail.changed.text', { instance }) });
}
