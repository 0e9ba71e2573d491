import { useT, useView } from '~/platform/i18n/index.ts';
import { goalName, themeName } from '~/reference/index.ts';
import { MarginNote } from '~/ui/index.ts';
import { sheetHref } from './kinds.ts';
import { messages } from './messages.ts';
import { commonPaths } from './paths.ts';
import type { SheetSummary } from './types.ts';

/** What a sheet is about, in the margin of its page: themes, then goals when somebody has named some. */
export function ThemesNote({ sheet }: { sheet: Pick<SheetSummary, 'themes' | 'sdgs'> }) {
  const t = useT(messages);
  const { lang, to } = useView();
  if (!sheet.themes.length && !sheet.sdgs.length) return null;
  return (
    <MarginNote title={t('themes.title')}>
      <ul class="plain">
        {sheet.themes.map((slug) => (
          <li key={slug}>
            <a href={to(sheetHref('theme', slug))}>{themeName(slug, lang)}</a>
          </li>
        ))}
        {sheet.sdgs.map((number) => (
          <li key={number}>
            <a href={to(commonPaths.goal.href({ n: String(number) }))}>{goalName(number, lang)}</a>
          </li>
        ))}
      </ul>
    </MarginNote>
  );
}
