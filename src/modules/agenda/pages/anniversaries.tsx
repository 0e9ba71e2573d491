import { useT, useView } from '~/platform/i18n/index.ts';
import { labelOfType, sheetHref } from '~/sheets/index.ts';
import { AnniversaryArcs, Band, MoreLink, Section } from '~/ui/index.ts';
import { messages } from '../messages.ts';
import type { Anniversaries } from '../queries.ts';

export function AnniversaryBand({ anniversaries, year }: { anniversaries: Anniversaries; year: number }) {
  const t = useT(messages);
  const { lang, to } = useView();
  const { thisYear, nextYear, published, unknown } = anniversaries;
  const href = (slug: string) => to(sheetHref('partnership', slug));
  return (
    <Band tone="blush">
      <Section id="anniversaires" title={t('anniversaries.title', { year: String(year) })} lede={t('anniversaries.rule', { n: published, unknown })}>
        {thisYear.length === 0 && <p>{t('anniversaries.none')}</p>}
        {thisYear.length > 0 && (
          <AnniversaryArcs
            thisYear={year}
            items={thisYear.map(({ sheet, years }) => ({
              year: year - years,
              years,
              title: <a href={href(sheet.slug)} lang="fr">{sheet.title}</a>,
              detail: t('anniversaries.detail', { type: labelOfType('partnership', sheet.type, lang) ?? '', year: String(year - years) }),
            }))}
          />
        )}
        {nextYear.length > 0 && (
          <div class="next-anniversaries">
            <h3>{t('anniversaries.next', { year: String(year + 1) })}</h3>
            <ul class="plain inline">
              {nextYear.map(({ sheet, years }) => (
                <li key={sheet.id}>
                  <a href={href(sheet.slug)} lang="fr">{sheet.title}</a>, {t('anniversaries.next.item', { years })}
                </li>
              ))}
            </ul>
          </div>
        )}
        <MoreLink href={to('/anniversaires')}>{t('anniversaries.all')}</MoreLink>
      </Section>
    </Band>
  );
}
