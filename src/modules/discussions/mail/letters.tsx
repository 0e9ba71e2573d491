import { signLinks } from '~/modules/accounts/index.ts';
import { sql, type Tx } from '~/platform/db/index.ts';
import { localizePath, translator, type Lang } from '~/platform/i18n/index.ts';
import type { WorkContext } from '~/platform/jobs/index.ts';
import type { Mail } from '~/platform/mail/index.ts';
import { renderMail, unsubscribeHeaders } from '~/platform/mail/render.tsx';
import { commonPaths } from '~/sheets/index.ts';
import { messages } from '../messages.ts';
import { paths } from '../paths.ts';
import { pageOf, paragraphsOf, type Kind } from '../rules.ts';
import { buildReplyAddresses } from './reply-address.ts';

export interface Said {
  id: string;
  discussionId: string;
  kind: Kind;
  title: string;
  group: string | null;
  position: number;
  text: string;
  files: number;
  /** As readers of this thread see who wrote. */
  who: string;
}

export interface Recipient {
  id: string;
  mail: string;
  lang: Lang;
  num: number;
}

/** One mail a person: what was said, an address to answer to, a link to stop. */
export async function buildLetters(tx: Tx, said: Said, people: readonly Recipient[], { settings, origin, now }: Pick<WorkContext, 'settings' | 'origin' | 'now'>): Promise<Mail[]> {
  const stops = await signLinks(tx, 'discussion-stop', people.map(({ id }) => ({ a: id, d: said.discussionId })), null);
  const replies = settings.replies ? await buildReplyAddresses(tx, people.map(({ num }) => num), settings.replies.domain, now()) : [];
  const thread = `<${said.discussionId}@${settings.mailFrom.split('@')[1]}>`;
  return people.map((person, index) => {
    const { text, html, stop } = buildBody(said, person.lang, origin, stops[index]!, replies[index]);
    return {
      to: person.mail, accountId: person.id, kind: 'discussion', subject: said.group ? `[${said.group}] ${said.title}` : said.title, text, html,
      // One reference for all the mails of a thread: programs show them together.
      headers: { 'References': thread, 'In-Reply-To': thread, ...(replies[index] ? { 'Reply-To': replies[index] } : {}), ...unsubscribeHeaders(stop) },
    };
  });
}

function buildBody(said: Said, lang: Lang, origin: string, token: string, reply: string | undefined) {
  const t = translator(messages, lang);
  const href = (path: string) => origin + localizePath(lang, path);
  const page = `${href(paths.show.href({ id: said.discussionId }, { page: pageOf(said.position) }))}#message-${said.position}`;
  const stop = href(paths.stop.href({ token }));
  const rhythm = href(commonPaths.follows.href({}));
  const what = said.kind === 'question' && said.position === 1 ? 'asked' : said.kind;
  const lead = t(`mail.said.${what}`, { who: said.who, title: said.title });
  const files = said.files > 0 ? [t('mail.files', { n: said.files })] : [];
  const above = reply ? [t('mail.above')] : [];
  const answer = t(reply ? 'mail.answer' : 'mail.page');
  const text = [...above, lead, said.text, ...files, `${answer}\n${page}`, `${t('mail.why')}\n${t('mail.stop')}\n${stop}\n${t('mail.rhythm')}\n${rhythm}`].join('\n\n');
  const html = renderMail(lang, (
    <>
      {above.map((line) => <p>{line}</p>)}
      <p>{lead}</p>
      {paragraphsOf(said.text).map((one) => <p>{one.split('\n').flatMap((line, index) => (index ? [<br />, line] : [line]))}</p>)}
      {files.map((line) => <p>{line}</p>)}
      <p>{answer} <a href={page}>{page}</a></p>
      <p>
        {t('mail.why')}<br />
        <a href={stop}>{t('mail.stop')}</a><br />
        <a href={rhythm}>{t('mail.rhythm')}</a>
      </p>
    </>
  ));
  return { text, html, stop };
}

/** Those whom the message was told to at once, each with a number of their own in the thread. */
export async function listRecipients(tx: Tx, eventId: string | null, discussionId: string): Promise<Recipient[]> {
  if (eventId === null) return [];
  const told = sql`notifications n join accounts a on a.id = n.account_id and a.closed_at is null where n.event_id = ${eventId}::uuid and n.mailed_at is not null`;
  await sql`insert into discussion_people (discussion_id, account_id, following) select ${discussionId}::uuid, a.id, false from ${told} on conflict do nothing`.execute(tx);
  const { rows } = await sql<Recipient>`
    select a.id, a.mail, a.lang, (select p.num from discussion_people p where p.discussion_id = ${discussionId}::uuid and p.account_id = a.id) as num from ${told} order by a.id`.execute(tx);
  return rows;
}
