import { formatPartialDate, useView, type Lang } from '~/platform/i18n/index.ts';
import { countryName } from '~/reference/index.ts';
import { LinkSign, MoreLink, Section, SheetList, type LinkKind, type SheetItem } from '~/ui/index.ts';
import type { KindGroup } from './concerning.ts';
import { labelOfKind, labelOfType, listKinds, sheetHref } from './kinds.ts';
import { SheetState } from './state.tsx';
import type { SheetSummary } from './types.ts';

const signs: Record<string, LinkKind> = { 'jumelage': 'jumelage', 'amitie': 'amitie', 'projet': 'projet', 'contact': 'contact' };

/** The sign of a kind of link; what is neither a twinning nor a pact is two circles joined by a thread. */
export function linkSignOf(type: string | null): LinkKind {
  return signs[type ?? ''] ?? 'accord';
}

/** A sheet as a line of a list: title, what tells it apart, type, date and state. */
export function useSheetItem(): (sheet: SheetSummary) => SheetItem {
  const { lang, to } = useView();
  return (sheet) => {
    const type = labelOfType(sheet.kind, sheet.type, lang);
    const context = contextOf(sheet, lang);
    const own = sheet.lang === lang ? undefined : sheet.lang;
    const date = sheet.start && <time dateTime={sheet.start.value}>{formatPartialDate(lang, sheet.start)}</time>;
    return {
      href: to(sheetHref(sheet.kind, sheet.slug)),
      title: sheet.title,
      context: own && context === sheet.context ? <span lang={own}>{context}</span> : context,
      lang: own,
      sign: sheet.kind === 'partnership' ? <LinkSign kind={linkSignOf(sheet.type)} bare /> : undefined,
      meta: type || date ? <>{type}{type && date && ', '}{date}</> : undefined,
      right: sheet.state ? <SheetState sheet={sheet} /> : undefined,
    };
  };
}

/** What is abroad is told apart by its country, in the reader's language. */
export function contextOf(sheet: Pick<SheetSummary, 'kind' | 'countries' | 'context'>, lang: Lang): string | undefined {
  const country = sheet.kind === 'territory' || sheet.kind === 'partnership' ? sheet.countries.find((iso) => iso !== 'FR') : undefined;
  return country ? countryName(country, lang) : (sheet.context ?? undefined);
}

export interface KindGroupsProps {
  groups: readonly KindGroup[];
  /** Where all of a kind are: the observatory's question. `genre` is the kind's public word. */
  more?: (genre: string) => { href: string; label: string } | undefined;
}

/** One section a kind, in the order of the modules. */
export function KindGroups({ groups, more }: KindGroupsProps) {
  const { lang } = useView();
  const item = useSheetItem();
  const order = listKinds().map((spec) => spec.kind);
  const sorted = [...groups].filter((group) => order.includes(group.kind)).sort((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind));
  return (
    <>
      {sorted.map((group) => {
        const all = group.total > group.items.length ? more?.(listKinds().find((spec) => spec.kind === group.kind)!.genre) : undefined;
        return (
          <Section key={group.kind} id={group.kind} title={labelOfKind(group.kind, lang, group.total)}>
            <SheetList items={group.items.map(item)} />
            {all && <MoreLink href={all.href}>{all.label}</MoreLink>}
          </Section>
        );
      })}
    </>
  );
}
