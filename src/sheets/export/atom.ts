import type { Lang } from '~/platform/i18n/index.ts';
import { sheetHref } from '../kinds.ts';
import type { SheetSummary } from '../types.ts';
import { licence } from './licence.ts';

export interface FeedView {
  lang: Lang;
  origin: string;
  instanceName: string;
  to(path: string): string;
}

export interface FeedEntry {
  sheet: Pick<SheetSummary, 'id' | 'kind' | 'slug' | 'title' | 'summary' | 'updatedAt'>;
  /** Before the summary: what the reader must know first. */
  note?: string;
}

/** RFC 4287: sheets as they are read on a page of ours, newest first. `path` and `page` are without language. */
export function writeSheetFeed({ title, path, page, entries }: { title: string; path: string; page: string; entries: readonly FeedEntry[] }, { lang, origin, instanceName, to }: FeedView): string {
  const self = escape(origin + to(path));
  const parts = entries.map(({ sheet, note }) => `  <entry>
    <id>urn:uuid:${sheet.id}</id>
    <title>${escape(sheet.title)}</title>
    <updated>${instantOf(sheet.updatedAt)}</updated>
    <link rel="alternate" type="text/html" href="${escape(origin + to(sheetHref(sheet.kind, sheet.slug)))}"/>
    <summary>${escape([note, sheet.summary].filter(Boolean).join(' '))}</summary>
  </entry>`);
  const updated = entries.map(({ sheet }) => instantOf(sheet.updatedAt)).sort().at(-1) ?? '2026-01-01T00:00:00Z';
  return `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${lang}">
  <id>${self}</id>
  <title>${escape(title)}</title>
  <updated>${updated}</updated>
  <author><name>${escape(instanceName || 'Jumelles')}</name></author>
  <rights>${escape(`${licence.title} ${licence.url}`)}</rights>
  <link rel="self" type="application/atom+xml" href="${self}"/>
  <link rel="alternate" type="text/html" href="${escape(origin + to(page))}"/>
${parts.join('\n')}
</feed>
`;
}

const instantOf = (at: string) => Temporal.Instant.from(at.includes('T') ? at : at.replace(' ', 'T')).round('second').toString();

// XML 1.0 has no place for control characters, even escaped.
function escape(text: string): string {
  return text.replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g, '').replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
