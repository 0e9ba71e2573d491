import { signLinks } from '~/modules/accounts/index.ts';
import type { Tx } from '~/platform/db/index.ts';
import { formatDay, localizePath, translator, type Lang } from '~/platform/i18n/index.ts';
import type { Mail } from '~/platform/mail/queue.ts';
import { renderMail, unsubscribeHeaders } from '~/platform/mail/render.tsx';
import { labelOfKind, sheetHref } from '~/sheets/index.ts';
import { messages } from './messages.ts';
import { paths } from './paths.ts';
import type { Told } from './queries.ts';
import { mostInMail, type Rhythm } from './rules.ts';
import { describeTold } from './tell.ts';

export interface Recipient {
  id: string;
  mail: string;
  lang: Lang;
}

interface Sender {
  rhythm: Rhythm;
  origin: string;
  instanceName: string;
}

/** One mail a person, grouped by sheet. */
export async function buildDigests(tx: Tx, people: readonly Recipient[], told: ReadonlyMap<string, Told[]>, sender: Sender): Promise<Mail[]> {
  const stops = await signLinks(tx, 'unsubscribe', people.map(({ id }) => ({ account: id, of: 'digest' })), null);
  return people.map((person, index) => buildDigest(person, told.get(person.id)!, stops[index]!, sender));
}

function buildDigest({ id, mail, lang }: Recipient, told: readonly Told[], stop: string, { rhythm, origin, instanceName }: Sender): Mail {
  const t = translator(messages, lang);
  const href = (path: string) => origin + localizePath(lang, path);
  const sheets = [...Map.groupBy(told, ({ sheetId }) => sheetId).values()];
  const shown = sheets.slice(0, mostInMail).map((group) => {
    const first = group[0]!;
    const lines = group.map((one) => ({ text: t('mail.line', { day: formatDay(lang, dayOf(one.at), { day: 'numeric', month: 'long' }), what: describeTold(one, lang) }), href: one.path === null ? null : href(one.path) }));
    const once = [...new Map(lines.map((line) => [`${line.text} ${line.href}`, line])).values()];
    return { title: first.title, kind: labelOfKind(first.kind, lang), lines: once, href: href(sheetHref(first.kind, first.slug)) };
  });
  const more = sheets.length - shown.length;
  const stopHref = href(paths.unsubscribe.href({ token: stop }));
  const why = t(`mail.why.${rhythm === 'never' ? 'weekly' : rhythm}`, { instance: instanceName });
  const text = [
    t('mail.hello'),
    t('mail.lede', { n: shown.length + more }),
    ...shown.map((one) => [`${one.title} (${one.kind})`, ...one.lines.map((line) => (line.href ? `- ${line.text}\n  ${line.href}` : `- ${line.text}`)), one.href].join('\n')),
    ...(more > 0 ? [`${t('mail.more', { n: more })}\n${href(paths.news.href({}))}`] : []),
    `${why}\n${t('mail.change')}\n${href(paths.settings.href({}))}\n${t('mail.stop')}\n${stopHref}`,
  ].join('\n\n');
  const html = renderMail(lang, (
    <>
      <p>{t('mail.hello')}</p>
      <p>{t('mail.lede', { n: shown.length + more })}</p>
      {shown.map((one) => (
        <>
          <h2>
            <a href={one.href}>{one.title}</a>
          </h2>
          <p>{one.kind}</p>
          <ul>
            {one.lines.map((line) => (
              <li>{line.href ? <a href={line.href}>{line.text}</a> : line.text}</li>
            ))}
          </ul>
        </>
      ))}
      {more > 0 && (
        <p>
          <a href={href(paths.news.href({}))}>{t('mail.more', { n: more })}</a>
        </p>
      )}
      <p>{why}</p>
      <p>
        <a href={href(paths.settings.href({}))}>{t('mail.change')}</a>
        <br />
        <a href={stopHref}>{t('mail.stop')}</a>
      </p>
    </>
  ));
  const subject = sheets.length === 1 ? t('mail.subject.one', { title: shown[0]!.title }) : t('mail.subject', { n: sheets.length, first: shown[0]!.title });
  return { to: mail, accountId: id, kind: 'digest', subject, text, html, headers: unsubscribeHeaders(stopHref) };
}

/** The day in France of an instant of the database. */
export function dayOf(at: string): string {
  return Temporal.Instant.from(at).toZonedDateTimeISO('Europe/Paris').toPlainDate().toString();
}
