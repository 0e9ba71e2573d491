import { formatPartialDate, useT, useView } from '~/platform/i18n/index.ts';
import { countryName, themeName } from '~/reference/index.ts';
import type { AnswerRow } from '~/sheets/ask/index.ts';
import { labelOfKind, labelOfState, labelOfType, sheetHref, SheetState } from '~/sheets/index.ts';
import { KindSign, LinkSign, SheetList, StateMark } from '~/ui/index.ts';
import { messages } from '../messages.ts';
import { signOfType } from './signs.ts';

/** Sheets of any kind, with their word; `detailed` adds the summary. */
export function MixedList({ rows, detailed }: { rows: readonly AnswerRow[]; detailed: boolean }) {
  const { lang, to } = useView();
  return (
    <SheetList
      items={rows.map((row) => ({
        href: to(sheetHref(row.kind, row.slug)),
        title: row.title,
        lang: 'fr',
        sign: row.kind === 'partnership' ? <LinkSign kind={signOfType(row.type)} bare /> : <KindSign kind={row.kind} />,
        context: row.context && !row.title.includes(row.context) ? <span lang="fr">{row.context}</span> : undefined,
        meta: <Meta row={row} detailed={detailed} />,
        right: row.start && <time dateTime={row.start.value}>{formatPartialDate(lang, row.start)}</time>,
      }))}
    />
  );
}

function Meta({ row, detailed }: { row: AnswerRow; detailed: boolean }) {
  const t = useT(messages);
  const { lang } = useView();
  const state = labelOfState(row.kind, row.state, lang);
  const words = [labelOfType(row.kind, row.type, lang) ?? labelOfKind(row.kind, lang), ...(row.kind === 'territory' ? [] : row.countries.filter((iso) => iso !== 'FR').map((iso) => countryName(iso, lang)))];
  return (
    <>
      <p>
        {words.join(' · ')}
        {state && (
          <>
            {' · '}
            <SheetState sheet={row} />
          </>
        )}
        {row.toConfirm && (
          <>
            {' · '}
            <StateMark status="a-confirmer" word={t('list.toConfirm')} />
          </>
        )}
      </p>
      {detailed && row.summary && <p lang="fr">{row.summary}</p>}
      {detailed && row.themes.length > 0 && <p>{row.themes.map((theme) => themeName(theme, lang)).join(' · ')}</p>}
    </>
  );
}
