import { localizePath, translator, type Lang } from '~/platform/i18n/index.ts';
import type { SheetAsk } from '~/sheets/index.ts';
import { buildFeed } from './feed.ts';
import { messages } from './messages.ts';
import type { Agenda } from './queries.ts';
import { agendaHref } from './question.ts';
import { hasDay } from './rules.ts';

/** The same answer for the public feed and for a secret one. */
export function answerFeed(ask: SheetAsk, agenda: Agenda, lang: Lang): Response {
  const t = translator(messages, lang);
  const url = ask.origin + localizePath(lang, agendaHref(agenda));
  const left = agenda.entries.filter((entry) => !hasDay(entry)).length;
  const text = buildFeed({ entries: agenda.entries, name: t('feed.name', { instance: ask.instanceName }), description: t('feed.description', { n: left, url }), url, origin: ask.origin, lang });
  return new Response(text, { headers: { 'content-type': 'text/calendar; charset=utf-8', 'content-disposition': 'inline; filename="agenda.ics"' } });
}
