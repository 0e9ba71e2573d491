import { signLink } from '~/modules/accounts/index.ts';
import type { Tx } from '~/platform/db/index.ts';
import { localizePath, translator, type Lang } from '~/platform/i18n/index.ts';
import { queueMail } from '~/platform/mail/queue.ts';
import { unsubscribeHeaders } from '~/platform/mail/render.tsx';
import { messages } from './messages.ts';
import { paths } from './paths.ts';
import { linkPurpose, type RegistrationState } from './rules.ts';

export interface Around {
  origin: string;
  instanceName: string;
  /** Milliseconds. */
  now: number;
  /** Today in France, ISO day. */
  today: string;
}

export interface Addressee {
  id: string;
  mail: string;
  accountId?: string;
  lang: Lang;
  title: string;
}

const yearMs = 365 * 86_400_000;

/** One address for everything that this person may do with their registration: it says nothing of them. */
async function linkOf(tx: Tx, { id, lang }: Pick<Addressee, 'id' | 'lang'>, { origin, now }: Pick<Around, 'origin' | 'now'>) {
  const token = await signLink(tx, linkPurpose, { id }, now + yearMs);
  return { token, link: `${origin}${localizePath(lang, paths.mine.href({}, { jeton: token }))}` };
}

/** To a visitor: the registration waits for their yes. To one who is already there: where they find it. */
export async function queueConfirmation(tx: Tx, to: Addressee & { state: RegistrationState }, around: Around): Promise<void> {
  const t = translator(messages, to.lang);
  const { link } = await linkOf(tx, to, around);
  const which = to.state === 'asked' ? 'asked' : 'known';
  await queueMail(tx, { to: to.mail, kind: 'registration', subject: t(`mail.${which}.subject`, { title: to.title }), text: t(`mail.${which}.text`, { title: to.title, link, instance: around.instanceName }) });
}

export async function queueMoved(tx: Tx, to: Addressee, around: Around): Promise<void> {
  const t = translator(messages, to.lang);
  const { link } = await linkOf(tx, to, around);
  await queueMail(tx, { to: to.mail, accountId: to.accountId, kind: 'registration', subject: t('mail.moved.subject', { title: to.title }), text: t('mail.moved.text', { title: to.title, link, instance: around.instanceName }) });
}

export async function queueExpert(tx: Tx, to: Addressee & { host: string; words: string; when: string; where: string }, around: Around): Promise<void> {
  const t = translator(messages, to.lang);
  const { link } = await linkOf(tx, to, around);
  const { title, host, words, when, where } = to;
  const said = words ? t('mail.expert.words', { words }) : '';
  await queueMail(tx, { to: to.mail, kind: 'expert-invitation', subject: t('mail.expert.subject', { title }), text: t('mail.expert.text', { title, host, when, where, said, link, instance: around.instanceName }) });
}

/** A week and a day before. Stopped in one click by the mail program, or by the page. */
export async function queueReminder(tx: Tx, to: Addressee & { which: 'week' | 'day'; state: RegistrationState; when: string; where: string }, around: Pick<Around, 'origin' | 'now' | 'instanceName'>): Promise<void> {
  const t = translator(messages, to.lang);
  const { link, token } = await linkOf(tx, to, around);
  const stop = `${around.origin}${paths.stop.href({}, { jeton: token })}`;
  const { title, when, where } = to;
  const kind = to.state === 'invited' ? 'unanswered' : to.which;
  await queueMail(tx, {
    to: to.mail, accountId: to.accountId, kind: 'meeting-reminder', subject: t(`mail.${kind}.subject`, { title, when }),
    text: t(`mail.${kind}.text`, { title, when, where, link, instance: around.instanceName }), headers: unsubscribeHeaders(stop),
  });
}
