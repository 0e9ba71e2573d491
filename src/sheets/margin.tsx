import { commonPaths } from './paths.ts';
import { formatDay, formatPartialDate, useT, useView } from '~/platform/i18n/index.ts';
import { earliestDay } from '~/platform/dates/partial.ts';
import { MarginNote, Note } from '~/ui/index.ts';
import type { SheetFrame, SourceShown } from './frame.ts';
import { MarginFigures } from './figures.tsx';
import { FreshnessNote } from './freshness-note.tsx';
import { getKind, sheetHref } from './kinds.ts';
import { messages } from './messages.ts';
import { ThemesNote } from './themes-note.tsx';

/** What every sheet says of itself beside its text: doubt, freshness, themes, names, sources, address. */
export function SheetMargin({ frame }: { frame: SheetFrame }) {
  const t = useT(messages);
  const { lang, to, origin } = useView();
  const { sheet } = frame;
  const href = sheetHref(sheet.kind, sheet.slug);
  const names = frame.names.filter((one) => one.kind !== 'code' && one.kind !== 'misspelling');
  const day = (iso: string) => formatDay(lang, iso.slice(0, 10), { day: 'numeric', month: 'long', year: 'numeric' });
  const latest = latestSource(frame.sources);
  return (
    <>
      {sheet.toConfirm && (
        <Note tone="confirm" title={t('confirm.title')} sign="a-confirmer">
          {t('confirm.text')} <a href={to(commonPaths.doubts.href({}, { fiche: `${getKind(sheet.kind).genre}/${sheet.slug}` }))}>{t('confirm.link')}</a>
        </Note>
      )}
      <FreshnessNote frame={frame} latest={latest} />
      <ThemesNote sheet={sheet} />
      {names.length > 0 && (
        <MarginNote title={t('names.title')}>
          <ul class="plain">
            {names.map((one) => (
              <li key={one.name}>
                {one.name}
                {one.kind === 'former' && ` (${t('names.former')})`}
              </li>
            ))}
          </ul>
        </MarginNote>
      )}
      <MarginFigures facts={frame.facts} />
      {frame.sources.length > 0 && (
        <MarginNote title={t('sources.title')}>
          <Sources sources={frame.sources} />
        </MarginNote>
      )}
      <MarginNote title={t('take.title')} screenOnly>
        <ul class="plain inline">
          {(['json', 'csv', 'geojson'] as const).map((format) => (
            <li key={format}>
              <a href={`${href}.${format}`}>{t(`take.${format}`)}</a>
            </li>
          ))}
        </ul>
      </MarginNote>
      <MarginNote title={t('address.title')}>
        <p class="address">
          <a href={to(href)}>{(origin + href).replace(/^https?:\/\//, '')}</a>
        </p>
        <p>
          {t('address.created', { date: day(frame.created) })} · {t('address.versions', { n: frame.versions })}
        </p>
      </MarginNote>
    </>
  );
}

/** Each document once, with the places in it. */
function Sources({ sources }: { sources: SourceShown[] }) {
  const t = useT(messages);
  const { lang, to } = useView();
  const documents = Map.groupBy(sources, (source) => source.documentId);
  return (
    <ol class="sources">
      {[...documents.values()].map((group, index) => {
        const [first] = group as [SourceShown];
        const locators = [...new Set(group.map((one) => one.locator).filter((one) => one !== null))];
        return (
          <li key={first.documentId} id={`source-${index + 1}`}>
            <span lang={lang === 'fr' ? undefined : 'fr'}>
              <a href={to(commonPaths.document.href({ id: first.documentId }))}>{first.title}</a>, {first.author}
            </span>
            {first.nature === 'opinion' && ` (${t('sources.opinion')})`}, {first.published ? formatPartialDate(lang, first.published) : t('sources.unknownDate')}
            {locators.length > 0 && <span class="locators"> {locators.join(', ')}</span>}
          </li>
        );
      })}
    </ol>
  );
}

/** A code list of this year says nothing of how fresh the cooperation is: it only counts when there is nothing else. */
function latestSource(sources: SourceShown[]) {
  const telling = sources.filter((source) => source.nature !== 'reference');
  return (telling.length ? telling : sources)
    .map((source) => source.published)
    .filter((date) => date !== null)
    .sort((a, b) => earliestDay(b).localeCompare(earliestDay(a)))[0];
}
