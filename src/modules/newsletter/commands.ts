import { readLink, signLink } from '~/modules/accounts/index.ts';
import { newId, sql, type Db, type Tx } from '~/platform/db/index.ts';
import { recordEvent, type Actor } from '~/platform/events/index.ts';
import { localizePath, translator, type Lang } from '~/platform/i18n/index.ts';
import { queueMail } from '~/platform/mail/queue.ts';
import { messages } from './messages.ts';
import { paths } from './paths.ts';
import { confirmHours, pauseMinutes, readChoices, type Choices } from './rules.ts';

const visitor: Actor = { name: 'visiteur' };

export interface Subscription extends Choices {
  mail: string;
  lang: Lang;
}

/**
 * Writes to the address, which has to answer: nothing is sent before. Somebody who is subscribed already gets the same mail,
 * and their choices change when they answer it: from this page nobody learns who is subscribed.
 */
export async function addSubscription(tx: Tx, { mail, lang, themes, zones }: Subscription, { origin, instanceName, now }: { origin: string; instanceName: string; now: number }): Promise<void> {
  const at = new Date(now).toISOString();
  const { rows } = await sql<{ id: string }>`
    insert into newsletter_subscribers as s (id, mail, lang, asked_at) values (${newId()}, ${mail}, ${lang}, ${at}::timestamptz)
    on conflict (lower(mail)) do update set asked_at = excluded.asked_at where s.asked_at <= excluded.asked_at - make_interval(mins => ${pauseMinutes})
    returning id`.execute(tx);
  const id = rows[0]?.id;
  // Written to a moment ago: once is enough.
  if (!id) return;
  const token = await signLink(tx, 'newsletter', { id, themes: themes.join(','), zones: zones.join(','), lang }, now + confirmHours * 3_600_000);
  const t = translator(messages, lang);
  const href = origin + localizePath(lang, paths.confirm.href({}, { jeton: token }));
  await queueMail(tx, {
    to: mail, kind: 'newsletter-confirm', subject: t('confirm.subject', { instance: instanceName }),
    text: [t('confirm.hello'), t('confirm.asked', { instance: instanceName }), `${t('confirm.click', { hours: confirmHours })}\n${href}`, t('confirm.ignore')].join('\n\n'),
  });
}

/** Returns false when the link is too old, or when the address was erased meanwhile. */
export async function acceptSubscription(db: Db, token: string, now: number): Promise<boolean> {
  const link = await readLink(db, 'newsletter', token, now);
  if (!link || link.expired) return false;
  const { id = '', themes = '', zones = '', lang = 'fr' } = link.payload;
  const choices = readChoices(themes.split(','), zones.split(','));
  return db.transaction().execute(async (tx) => {
    const row = await tx
      .updateTable('newsletter_subscribers')
      .set({ themes: [...choices.themes], zones: [...choices.zones], lang, confirmed_at: sql<string>`coalesce(confirmed_at, ${new Date(now).toISOString()}::timestamptz)` })
      .where('id', '=', id).returning('id').executeTakeFirst();
    if (row) await recordEvent(tx, { name: 'newsletter.joined', actor: visitor });
    return row !== undefined;
  });
}

/** The address is erased, with what was sent to it. Twice does no harm. */
export async function removeSubscription(tx: Tx, id: string): Promise<void> {
  const { numDeletedRows } = await tx.deleteFrom('newsletter_subscribers').where('id', '=', id).executeTakeFirst();
  if (numDeletedRows > 0n) await recordEvent(tx, { name: 'newsletter.left', actor: visitor });
}
