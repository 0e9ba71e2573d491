import { signLinks } from '~/modules/accounts/index.ts';
import type { Tx } from '~/platform/db/index.ts';
import { formatDay, localizePath, translator, type Lang } from '~/platform/i18n/index.ts';
import type { Mail } from '~/platform/mail/queue.ts';
import { renderMail, unsubscribeHeaders } from '~/platform/mail/render.tsx';
import { commonPaths } from '~/sheets/index.ts';
import { messages } from './messages.ts';
import { paths } from './paths.ts';
import { linkDays, linkPurpose } from './rules.ts';

export interface Reminded {
  id: string;
  mail: string;
  lang: Lang;
  /** How many are old; `sheets` holds the first of them. */
  total: number;
  sheets: { id: string; title: string; confirmedAt: string | null }[];
}

interface Sender {
  origin: string;
  instanceName: string;
  now: number;
}

/** One mail an account, one link a sheet: the link is bound to both, and serves sixty days. */
export async function buildReminders(tx: Tx, people: readonly Reminded[], sender: Sender): Promise<Mail[]> {
  const issued = new Date(sender.now).toISOString().slice(0, 10);
  const asked = people.flatMap((person) => person.sheets.map((sheet) => ({ account: person.id, sheet: sheet.id, issued })));
  const tokens = await signLinks(tx, linkPurpose, asked, sender.now + linkDays * 86_400_000);
  const stops = await signLinks(tx, 'unsubscribe', people.map(({ id }) => ({ account: id, of: 'reminders' })), null);
  let at = 0;
  return people.map((person, index) => buildReminder(person, person.sheets.map(() => tokens[at++]!), stops[index]!, sender));
}

function buildReminder(person: Reminded, tokens: string[], stop: string, { origin, instanceName }: Sender): Mail {
  const { lang } = person;
  const t = translator(messages, lang);
  const href = (path: string) => origin + localizePath(lang, path);
  const lines = person.sheets.map((sheet, index) => ({
    title: sheet.title,
    last: sheet.confirmedAt ? t('waiting.last', { date: formatDay(lang, sheet.confirmedAt.slice(0, 10), { day: 'numeric', month: 'long', year: 'numeric' }) }) : t('waiting.never'),
    href: href(paths.link.href({ token: tokens[index]! })),
  }));
  const more = person.total - lines.length;
  const all = href(paths.sheets.href({}));
  const stopHref = href(commonPaths.unsubscribe.href({ token: stop }));
  const text = [
    t('mail.hello'),
    t('mail.why', { n: person.total }),
    t('mail.how', { days: linkDays }),
    ...lines.map((line) => `${line.title}\n${line.last}\n${line.href}`),
    ...(more > 0 ? [`${t('mail.more', { n: more })}\n${all}`] : []),
    `${t('mail.end', { instance: instanceName })}\n${stopHref}`,
  ].join('\n\n');
  const html = renderMail(lang, (
    <>
      <p>{t('mail.hello')}</p>
      <p>{t('mail.why', { n: person.total })}</p>
      <p>{t('mail.how', { days: linkDays })}</p>
      <ul>
        {lines.map((line) => (
          <li key={line.href}>
            <a href={line.href}>{line.title}</a>
            <br />
            {line.last}
          </li>
        ))}
      </ul>
      {more > 0 && (
        <p>
          <a href={all}>{t('mail.more', { n: more })}</a>
        </p>
      )}
      <p>
        {t('mail.end', { instance: instanceName })} <a href={stopHref}>{t('mail.stop')}</a>
      </p>
    </>
  ));
  return { to: person.mail, accountId: person.id, kind: 'freshness', subject: t('mail.subject', { n: person.total }), text, html, headers: unsubscribeHeaders(stopHref) };
}
