import { signLinks } from '~/modules/accounts/index.ts';
import type { Tx } from '~/platform/db/index.ts';
import { formatPartialDate, localizePath, translator, type Lang } from '~/platform/i18n/index.ts';
import type { Mail } from '~/platform/mail/queue.ts';
import { renderMail, unsubscribeHeaders } from '~/platform/mail/render.tsx';
import { commonPaths } from '~/sheets/index.ts';
import { messages } from '../messages.ts';
import { paths } from '../paths.ts';
import { linkDays, linkPurpose } from './rules.ts';

export interface Addressee {
  id: string;
  mail: string;
  lang: Lang;
  /** Those that this person speaks for and that have not answered. */
  bodies: { id: string; title: string }[];
}

export interface Sending {
  network: string;
  until: string;
  reminder: boolean;
  origin: string;
  instanceName: string;
  now: number;
}

/** One mail a person, one signed link a body: it opens that body's census and nothing else. */
export async function buildCensusMails(tx: Tx, people: readonly Addressee[], sending: Sending): Promise<Mail[]> {
  const asked = people.flatMap((person) => person.bodies.map((body) => ({ account: person.id, body: body.id })));
  const tokens = await signLinks(tx, linkPurpose, asked, sending.now + linkDays * 86_400_000);
  const stops = await signLinks(tx, 'unsubscribe', people.map(({ id }) => ({ account: id, of: 'reminders' })), null);
  let at = 0;
  return people.map((person, index) => buildMail(person, person.bodies.map(() => tokens[at++]!), stops[index]!, sending));
}

function buildMail({ id, mail, lang, bodies }: Addressee, tokens: string[], stop: string, { network, until, reminder, origin, instanceName }: Sending): Mail {
  const t = translator(messages, lang);
  const href = (path: string) => origin + localizePath(lang, path);
  const lines = bodies.map((body, index) => ({ title: body.title, href: href(paths.censusLink.href({ token: tokens[index]! })) }));
  const stopHref = href(commonPaths.unsubscribe.href({ token: stop }));
  const date = formatPartialDate(lang, { value: until, precision: 'day' });
  const subject = t(reminder ? 'census.mail.reminder' : 'census.mail.subject', { network });
  const words = [t('census.mail.hello'), t('census.mail.why', { network }), t('census.mail.how', { date, days: linkDays })];
  const end = t('census.mail.end', { instance: instanceName });
  const html = renderMail(lang, (
    <>
      {words.map((word) => (
        <p key={word}>{word}</p>
      ))}
      <ul>
        {lines.map((line) => (
          <li key={line.href}>
            <a href={line.href}>{t('census.mail.link', { body: line.title })}</a>
          </li>
        ))}
      </ul>
      <p>
        {end} <a href={stopHref}>{t('census.mail.stop')}</a>
      </p>
    </>
  ));
  const text = [...words, ...lines.map((line) => `${t('census.mail.link', { body: line.title })}\n${line.href}`), `${end}\n${stopHref}`].join('\n\n');
  return { to: mail, accountId: id, kind: 'census', subject, text, html, headers: unsubscribeHeaders(stopHref) };
}
