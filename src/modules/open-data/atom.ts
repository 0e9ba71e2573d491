import { translator, type Lang } from '~/platform/i18n/index.ts';
import { describe, toQuery } from '~/sheets/ask/index.ts';
import { licence } from '~/sheets/export/index.ts';
import { labelOfKind, sheetHref } from '~/sheets/index.ts';
import { messages } from './messages.ts';
import type { News, NewsItem } from './news.ts';
import { paths } from './paths.ts';

interface FeedView {
  lang: Lang;
  origin: string;
  instanceName: string;
  to(path: string): string;
}

const happenings = { created: 'news.created', updated: 'news.updated', state: 'news.state', merged: 'news.merged' } as const;

/** What happened, in words. */
export function describeNews(item: NewsItem, lang: Lang): string {
  const t = translator(messages, lang);
  const what = item.name.split('.').at(-1) as keyof typeof happenings;
  return t(happenings[what] ?? 'news.updated', { kind: labelOfKind(item.kind, lang) });
}

/** RFC 4287. A sheet keeps its identity: an entry that changed is the same entry, newer. */
export function writeAtom({ items, resolved }: News, { lang, origin, instanceName, to }: FeedView): string {
  const t = translator(messages, lang);
  const said = describe(resolved, lang);
  const query = toQuery(resolved.question);
  const self = origin + to(paths.atom.href({})) + query;
  const entries = items.map((item) => {
    const address = origin + to(sheetHref(item.kind, item.slug));
    return `  <entry>
    <id>urn:uuid:${item.id}</id>
    <title>${escape(item.title)}</title>
    <updated>${item.at}</updated>
    <link rel="alternate" type="text/html" href="${escape(address)}"/>
    <category term="${escape(item.kind)}" label="${escape(labelOfKind(item.kind, lang))}"/>
    <summary>${escape([describeNews(item, lang), item.summary].filter(Boolean).join(' '))}</summary>
  </entry>`;
  });
  return `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${lang}">
  <id>${escape(self)}</id>
  <title>${escape(said ? t('atom.title.of', { name: instanceName, question: said }) : t('atom.title', { name: instanceName }))}</title>
  <updated>${items[0]?.at ?? '2026-01-01T00:00:00Z'}</updated>
  <author><name>${escape(instanceName)}</name></author>
  <rights>${escape(`${licence.title} ${licence.url}`)}</rights>
  <link rel="self" type="application/atom+xml" href="${escape(self)}"/>
  <link rel="alternate" type="text/html" href="${escape(origin + to(query ? `/observatoire${query}` : paths.news.href({})))}"/>
${entries.join('\n')}
</feed>
`;
}

// XML 1.0 has no place for control characters, even escaped.
export function escape(text: string): string {
  return text.replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g, '').replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
