import { formatList, useT, useView } from '~/platform/i18n/index.ts';
import { yearOf } from '~/platform/dates/partial.ts';
import { sheetHref } from '~/sheets/index.ts';
import { AnniversaryArcs } from '~/ui/index.ts';
import { messages } from '../../messages.ts';
import type { StartMeaning } from '../../rules.ts';
import type { Anniversary } from '../queries.ts';

/** What is celebrated in a year, each named for what it is: a twinning is no agreement. */
export function AnniversaryList({ items, year }: { items: readonly Anniversary[]; year: number }) {
  const t = useT(messages);
  const { lang, to } = useView();
  if (!items.length) return <p class="quiet">{t('anniversaries.none', { year: String(year) })}</p>;
  const names = (parties: { title: string }[]) => formatList(lang, parties.map((party) => party.title));
  return (
    <AnniversaryArcs
      thisYear={year}
      items={items.map(({ partnership, years }) => ({
        year: yearOf(partnership.start!),
        years,
        title: <a href={to(sheetHref('partnership', partnership.slug))}>{`${names(partnership.french)} – ${names(partnership.foreign)}`}</a>,
        detail: (
          <>
            {t(`anniversaries.${(partnership.startMeaning ?? 'partnership') as StartMeaning}`, { year: partnership.start!.value })}
            {partnership.toConfirm && <> ({t('anniversaries.doubtful')})</>}
          </>
        ),
      }))}
    />
  );
}
