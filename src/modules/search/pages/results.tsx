import { formatPartialDate, useT, useView } from '~/platform/i18n/index.ts';
import { labelOfState, labelOfType, sheetHref, SheetState } from '~/sheets/index.ts';
import { SheetList } from '~/ui/index.ts';
import { messages } from '../messages.ts';
import type { Found } from '../queries.ts';

/** What was found, each with what matched. */
export function Results({ items }: { items: readonly Found[] }) {
  const { lang, to } = useView();
  return (
    <SheetList
      items={items.map((one) => ({
        href: to(sheetHref(one.kind, one.slug)),
        title: one.title,
        lang: 'fr',
        context: one.context && !one.title.includes(one.context) ? (lang === 'fr' ? one.context : <span lang="fr">{one.context}</span>) : undefined,
        meta: <Why found={one} />,
        right: one.start && <time dateTime={one.start.value}>{formatPartialDate(lang, one.start)}</time>,
      }))}
    />
  );
}

function Why({ found }: { found: Found }) {
  const t = useT(messages);
  const { lang } = useView();
  const type = labelOfType(found.kind, found.type, lang);
  const state = labelOfState(found.kind, found.state, lang);
  return (
    <>
      {(type || state) && (
        <p>
          {type} {found.population !== null && `· ${t('population', { n: found.population })}`} {type && state && '· '}
          {state && <SheetState sheet={found} />}
        </p>
      )}
      {found.match?.name && (
        <p>
          {t(namings[found.match.nameKind ?? ''] ?? 'also')} <mark lang="fr">{found.match.name}</mark>
        </p>
      )}
      <Excerpt found={found} />
    </>
  );
}

const namings: Record<string, 'former' | 'code' | 'misspelling'> = { former: 'former', code: 'code', misspelling: 'misspelling' };

function Excerpt({ found: { match, summary } }: { found: Found }) {
  if (!match?.excerpt) return summary ? <p lang="fr">{summary}</p> : null;
  return (
    <p lang="fr">
      … {match.excerpt.map((piece, index) => (index % 2 ? <mark key={index}>{piece}</mark> : piece))} …
    </p>
  );
}
