import { useT, useView } from '~/platform/i18n/index.ts';
import { Page, sheetHref, type Right, type SheetSummary } from '~/sheets/index.ts';
import { Breadcrumb, Empty, Hero } from '~/ui/index.ts';
import { messages } from '../../messages.ts';
import { formatMoment } from '../../moment.ts';
import { paths } from '../../paths.ts';
import { listLines, titleOf, type Line, type Telling } from '../describe.ts';
import type { Entry } from '../queries.ts';

export interface HistoryPageProps {
  sheet: SheetSummary;
  right: Right | null;
  entries: readonly Entry[];
  /** Position from which the older ones go on. */
  next: number | null;
  isFirst: boolean;
  telling: Telling;
}

/** R198: who, when, for whom, and what changed, in sentences. */
export function HistoryPage({ sheet, right, entries, next, isFirst, telling }: HistoryPageProps) {
  const t = useT(messages);
  const { to } = useView();
  const here = { genre: telling.spec.genre, slug: sheet.slug };
  return (
    <Page title={t('history.titleOf', { sheet: sheet.title })} section="observatoire" noIndex>
      <Breadcrumb items={[{ href: to(sheetHref(sheet.kind, sheet.slug)), label: sheet.title }, { label: t('history.title') }]} />
      <Hero size="small" title={t('history.title')} eyebrow={sheet.title} lede={t('history.lede')} />
      {entries.length === 0 && <Empty title={t('history.empty')} />}
      <ol class="history">
        {entries.map((entry) => (
          <HistoryEntry key={entry.id} entry={entry} telling={telling} editHref={right && telling.spec.edit ? (query) => to(paths.edit.href(here, query)) : null} />
        ))}
      </ol>
      {(next !== null || !isFirst) && (
        <p>
          {next !== null && <a href={to(paths.history.href(here, { avant: next }))}>{t('history.older')}</a>} {!isFirst && <a href={to(paths.history.href(here))}>{t('history.newest')}</a>}
        </p>
      )}
    </Page>
  );
}

interface EntryProps {
  entry: Entry;
  telling: Telling;
  editHref: ((query: Record<string, string>) => string) | null;
}

function HistoryEntry({ entry, telling, editHref }: EntryProps) {
  const t = useT(messages);
  const { lang } = useView();
  const lines = listLines(entry, telling);
  const backs = lines.filter(({ isField }) => isField);
  return (
    <li id={`evenement-${entry.id}`}>
      <h2 class="history-what">{titleOf(entry, telling)}</h2>
      <Who entry={entry} />
      {lines.length > 0 && (
        <ul>
          {lines.map((line) => (
            <li key={line.field}>
              <LineOf line={line} lang={lang} />
              {editHref && line.isField && backs.length > 1 && (
                <>
                  {' '}
                  <a class="history-back" href={editHref({ avant: entry.id, champ: line.field })} aria-label={`${t('history.backField')}, ${line.label}`}>
                    {t('history.backField')}
                  </a>
                </>
              )}
            </li>
          ))}
        </ul>
      )}
      {editHref && backs.length > 0 && (
        <a class="history-back" href={editHref({ avant: entry.id })}>
          {t('history.back')}
        </a>
      )}
    </li>
  );
}

function Who({ entry }: { entry: Entry }) {
  const t = useT(messages);
  const { lang, to, instanceName } = useView();
  const isTagged = entry.role === 'animator' || entry.role === 'administrator';
  return (
    <p class="history-who">
      <time dateTime={new Date(entry.at.replace(' ', 'T').replace(/([+-]\d{2})$/, '$1:00')).toISOString()}>{formatMoment(lang, entry.at)}</time>,{' '}
      {entry.actor === 'instance' ? t('history.instance', { instance: instanceName }) : <span lang={lang === 'fr' ? undefined : 'fr'}>{entry.actor}</span>}
      {entry.body && (
        <>
          , {t('history.for', { body: '' })}
          <a href={to(sheetHref(entry.body.kind, entry.body.slug))}>{entry.body.title}</a>
        </>
      )}
      {isTagged && (
        <>
          {' '}
          <span class="tag">{t(`history.role.${entry.role as 'animator' | 'administrator'}`)}</span>
        </>
      )}
    </p>
  );
}

function LineOf({ line, lang }: { line: Line; lang: string }) {
  const t = useT(messages);
  const colon = lang === 'fr' ? '\u00a0: ' : ': ';
  // what people wrote brings its own full stop, and the sentence has one
  const text = line.text?.replace(/\.(?=\s*[»”"]$)/, '');
  if (!line.long) return <>{line.label ? `${line.label}${colon}${text}` : text}.</>;
  return (
    <>
      {line.label}
      <details class="many">
        <summary>{t('change.long')}</summary>
        <p>
          <strong>{t('change.before')}</strong>
        </p>
        <p class="history-text">{line.long.before || '—'}</p>
        <p>
          <strong>{t('change.after')}</strong>
        </p>
        <p class="history-text">{line.long.after || '—'}</p>
      </details>
    </>
  );
}
