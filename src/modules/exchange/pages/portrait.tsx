import { formatList, useT, useView } from '~/platform/i18n/index.ts';
import type { SheetSummary } from '~/sheets/index.ts';
import { DefinitionList, Section } from '~/ui/index.ts';
import { messages } from '../messages.ts';
import type { ListingDetail } from '../queries.ts';
import type { Backer } from '../rules.ts';

/** Who looks for a partner, in the order in which the other side reads. */
export function Portrait({ sheet, detail }: { sheet: SheetSummary; detail: ListingDetail }) {
  const t = useT(messages);
  const { lang } = useView();
  const own = sheet.lang === lang ? undefined : sheet.lang;
  const written = (text: string | null) => text && <span class="as-written" lang={own}>{text}</span>;
  const rows: [string, string | null | ReturnType<typeof written>][] = [
    [t('portrait.expected'), written(detail.expected)],
    [t('portrait.behind'), detail.behind.length ? formatList(lang, detail.behind.map((one) => t(`choice.porteurs.${one as Backer}`))) : null],
    [t('portrait.languages'), written(detail.languages)],
    [t('portrait.means'), written(detail.means)],
    [t('portrait.population'), detail.population === null ? null : t('portrait.population.value', { n: detail.population })],
    [t('portrait.area'), written(detail.area)],
    [t('portrait.character'), written(detail.character)],
  ];
  return (
    <Section id="portrait" title={t('portrait.title')}>
      <DefinitionList items={rows.map(([term, value]) => (value ? ([term, value] as const) : null))} />
    </Section>
  );
}
