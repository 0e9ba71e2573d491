import type { Tx } from '~/platform/db/index.ts';
import { formatDay, localizePath, translator, type Lang } from '~/platform/i18n/index.ts';
import { queueMail } from '~/platform/mail/queue.ts';
import { messages } from './messages.ts';
import { paths } from './paths.ts';
import { retention, type Verdict } from './rules.ts';
import type { MeasureInput } from './types.ts';

/** The statement of reasons: what was decided, on what ground, in whose words, for how long, by whom, and how to appeal. */
export async function tellMeasure(tx: Tx, measure: MeasureInput, origin: string): Promise<void> {
  const [account, sheet] = await Promise.all([findAccount(tx, measure.accountId), tx.selectFrom('sheets').select('title').where('id', '=', measure.sheetId).executeTakeFirstOrThrow()]);
  if (!account) return;
  const t = translator(messages, account.lang);
  const until = measure.until ? formatDay(account.lang, measure.until, { dateStyle: 'long' }) : '';
  await queueMail(tx, {
    to: account.mail, accountId: account.id, kind: 'moderation', subject: t('mail.measure.subject', { title: sheet.title }),
    text: [
      t('mail.hello'), t(`mail.measure.${measure.kind}`, { title: sheet.title, until }), t('mail.measure.ground', { reason: t(`reason.${measure.reason}`) }), measure.reasons,
      t('mail.measure.person'), t('mail.measure.appeal', { months: retention.appealMonths, address: addressOf(account.lang, origin) }),
    ].join('\n\n'),
  });
}

export async function tellAppeal(tx: Tx, accountId: string | null, state: 'upheld' | 'overturned', answer: string, origin: string): Promise<void> {
  const account = await findAccount(tx, accountId);
  if (!account) return;
  const t = translator(messages, account.lang);
  await queueMail(tx, {
    to: account.mail, accountId: account.id, kind: 'moderation', subject: t('mail.appeal.subject'),
    text: [t('mail.hello'), t(`mail.appeal.${state}`), answer, t('mail.appeal.see', { address: addressOf(account.lang, origin) })].join('\n\n'),
  });
}

export async function tellReceived(tx: Tx, to: string, lang: Lang): Promise<void> {
  const t = translator(messages, lang);
  await queueMail(tx, { to, kind: 'report', subject: t('mail.report.subject'), text: [t('mail.hello'), t('mail.report.received'), t('mail.report.erased', { days: retention.mailDays })].join('\n\n') });
}

/** To whoever reported and asked to know. Who wrote what was reported is not told. */
export async function tellNotifier(tx: Tx, report: { mail: string | null; lang: string; sheet_id: string }, verdict: Verdict, reasons: string): Promise<void> {
  if (!report.mail) return;
  const t = translator(messages, report.lang as Lang);
  const { title } = await tx.selectFrom('sheets').select('title').where('id', '=', report.sheet_id).executeTakeFirstOrThrow();
  const ending = verdict === 'none' ? [t('mail.report.none', { title }), reasons] : [t('mail.report.founded', { title })];
  await queueMail(tx, { to: report.mail, kind: 'report', subject: t('mail.report.decided'), text: [t('mail.hello'), ...ending, t('mail.report.erased', { days: retention.mailDays })].join('\n\n') });
}

async function findAccount(tx: Tx, id: string | null): Promise<{ id: string; mail: string; lang: Lang } | undefined> {
  if (!id) return undefined;
  const row = await tx.selectFrom('accounts').select(['id', 'mail', 'lang']).where('id', '=', id).where('closed_at', 'is', null).executeTakeFirst();
  return row && { ...row, lang: row.lang as Lang };
}

const addressOf = (lang: Lang, origin: string) => origin + localizePath(lang, paths.mine.href({}));
