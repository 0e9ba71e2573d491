import { formatPartialDate, localizePath, translator, type Lang } from '~/platform/i18n/index.ts';
import type { Mail } from '~/platform/mail/queue.ts';
import { renderMail, unsubscribeHeaders } from '~/platform/mail/render.tsx';
import { labelOfKind, sheetHref, type SheetSummary } from '~/sheets/index.ts';
import { messages } from './messages.ts';
import { paths } from './paths.ts';
import { groupByKind, type Issue } from './queries.ts';

export interface Reading {
  mail: string;
  lang: Lang;
  items: readonly SheetSummary[];
}

/** The parts of an issue that are for one person. The text reads well alone. */
export function buildIssueMail(issue: Pick<Issue, 'number' | 'title' | 'introduction'>, { mail, lang, items }: Reading, stop: string, { origin, instanceName }: { origin: string; instanceName: string }): Mail {
  const t = translator(messages, lang);
  const href = (path: string) => origin + localizePath(lang, path);
  const stopHref = href(paths.unsubscribe.href({ token: stop }));
  const archive = href(issue.number === null ? paths.list.href({}) : paths.show.href({ number: String(issue.number) }));
  const groups = groupByKind(items).map(({ kind, items: list }) => ({
    title: labelOfKind(kind, lang, list.length),
    items: list.map((item) => ({ title: item.title, when: item.start ? formatPartialDate(lang, item.start) : null, summary: item.summary && cut(item.summary), href: href(sheetHref(item.kind, item.slug)) })),
  }));
  const why = t('mail.why', { instance: instanceName });
  const text = [
    issue.title, ...(issue.introduction ? [issue.introduction] : []),
    ...groups.map((group) => [group.title.toLocaleUpperCase(lang), ...group.items.map((item) => [item.when ? `${item.title} (${item.when})` : item.title, item.summary, item.href].filter(Boolean).join('\n'))].join('\n\n')),
    `${t('mail.archive')}\n${archive}`, `${why}\n${t('mail.stop')}\n${stopHref}`,
  ].join('\n\n');
  const html = renderMail(lang, (
    <>
      <h1 lang="fr">{issue.title}</h1>
      {issue.introduction.split(/\n+/).filter(Boolean).map((line) => <p lang="fr">{line}</p>)}
      {groups.map((group) => (
        <>
          <h2>{group.title}</h2>
          <ul>
            {group.items.map((item) => (
              <li>
                <a href={item.href} lang="fr">{item.title}</a>
                {item.when && <> ({item.when})</>}
                {item.summary && <p lang="fr">{item.summary}</p>}
              </li>
            ))}
          </ul>
        </>
      ))}
      <p><a href={archive}>{t('mail.archive')}</a></p>
      <p>{why} <a href={stopHref}>{t('mail.stop')}</a></p>
    </>
  ));
  return { to: mail, kind: 'newsletter', subject: t('mail.subject', { title: issue.title, instance: instanceName }), text, html, headers: unsubscribeHeaders(stopHref) };
}

function cut(text: string): string {
  return text.length <= 280 ? text : `${text.slice(0, text.lastIndexOf(' ', 280))}…`;
}
