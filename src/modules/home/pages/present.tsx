import { formatPartialDate, useT, useView } from '~/platform/i18n/index.ts';
import { labelOfType, sheetHref, type SheetSummary } from '~/sheets/index.ts';
import { MoreLink, Section, SheetList } from '~/ui/index.ts';
import { messages } from '../messages.ts';

/** What is looked for and offered now; when it is nothing, the way to be the first. */
export function Sought({ listings }: { listings: readonly SheetSummary[] }) {
  const t = useT(messages);
  const { lang, to } = useView();
  return (
    <Section id="bourse" title={t('sought.title')}>
      {listings.length === 0 ? (
        <p>
          {t('sought.empty')} <a href={to('/bourse')}>{t('sought.first')}</a>
        </p>
      ) : (
        <SheetList
          items={listings.map((one) => ({
            href: to(sheetHref(one.kind, one.slug)),
            title: one.title,
            lang: one.lang === lang ? undefined : one.lang,
            meta: [labelOfType(one.kind, one.type, lang), one.end && t('sought.until', { date: formatPartialDate(lang, one.end) })].filter(Boolean).join(' · '),
          }))}
        />
      )}
      {listings.length > 0 && <MoreLink href={to('/bourse')}>{t('sought.all')}</MoreLink>}
    </Section>
  );
}

export function News({ news }: { news: readonly SheetSummary[] }) {
  const t = useT(messages);
  const { lang, to } = useView();
  return (
    <Section id="actualites" title={t('news.title')}>
      {news.length === 0 ? (
        <p>
          {t('news.empty')} <a href={to('/actualites')}>{t('news.first')}</a>
        </p>
      ) : (
        <SheetList
          items={news.map((one) => ({
            href: to(sheetHref(one.kind, one.slug)),
            title: one.title,
            lang: one.lang === lang ? undefined : one.lang,
            meta: one.start ? <time dateTime={one.start.value}>{formatPartialDate(lang, one.start)}</time> : undefined,
          }))}
        />
      )}
      {news.length > 0 && <MoreLink href={to('/actualites')}>{t('news.all')}</MoreLink>}
    </Section>
  );
}
