import { useT, useView } from '~/platform/i18n/index.ts';
import { territoryPaths } from '~/modules/territories/index.ts';
import { countryName } from '~/reference/index.ts';
import { getKind, labelOfKind, useSheetItem, type SheetSummary } from '~/sheets/index.ts';
import { MoreLink, Section, SheetList } from '~/ui/index.ts';
import { messages } from '../messages.ts';
import type { GroupDetail } from '../queries.ts';

const shownOf: Record<string, number> = { partnership: 60, event: 8 };
// the observatory's question: it comes after every domain module
const ask = (query: Record<string, string>) => `/observatoire?${new URLSearchParams(query)}`;

/** What the observatory knows of the group's country or themes: who works there, on what, with whom. Public. */
export function GroupAround({ sheet, detail, shown }: { sheet: SheetSummary; detail: GroupDetail; shown: readonly string[] }) {
  const t = useT(messages);
  const { lang, to } = useView();
  const item = useSheetItem();
  const iso = sheet.countries.find((code) => code !== 'FR');
  const country = iso && countryName(iso, lang);
  if (!country && !sheet.themes.length) return null;
  const where: Record<string, string> = iso ? { pays: iso } : { theme: sheet.themes[0]! };
  const counted = iso !== undefined || sheet.themes.length === 1;
  // Nine themes gather half the observatory: their count is enough.
  const kinds = detail.around.filter(({ kind }) => (iso ? kind in shownOf : counted));
  return (
    <>
      <Section id="observatoire" title={country ? t('around.country', { country }) : t('around.themes', { n: sheet.themes.length })} action={iso && <a href={to(territoryPaths.country.href({ iso }))}>{t('partnerships.all')}</a>}>
        {detail.active !== null && <p class="around-active">{t('around.active', { n: detail.active })}</p>}
        {detail.around.length > 0 ? (
          <ul class="plain inline around-counts">
            {detail.around.map(({ kind, total }) => (
              <li key={kind}>{counted ? <a href={to(ask({ ...where, genre: getKind(kind).genre }))}>{labelOfKind(kind, lang, total)}</a> : labelOfKind(kind, lang, total)}</li>
            ))}
          </ul>
        ) : (
          <p>{t('around.none')}</p>
        )}
      </Section>
      {kinds.map(({ kind, items, total }) => {
        const list = items.filter(({ id }) => !shown.includes(id)).slice(0, shownOf[kind] ?? 5);
        const title = !country ? labelOfKind(kind, lang, total) : kind === 'partnership' ? t('partnerships.title', { country }) : t('events.title', { country });
        return (
          list.length > 0 && (
            <Section key={kind} id={kind === 'partnership' ? 'partenariats' : kind} title={title}>
              <SheetList items={list.map(item)} />
              {counted && total > items.length && <MoreLink href={to(ask({ ...where, genre: getKind(kind).genre }))}>{t('around.more')}</MoreLink>}
            </Section>
          )
        );
      })}
    </>
  );
}
