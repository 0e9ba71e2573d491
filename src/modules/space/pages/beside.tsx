import { accountPaths } from '~/modules/accounts/index.ts';
import { formatDay, formatPartialDate, useT, useView, translator } from '~/platform/i18n/index.ts';
import { commonPaths, sheetHref, type KindSpec, type Reader, type SheetSummary } from '~/sheets/index.ts';
import { Icon, type IconName } from '~/ui/index.ts';
import { messages } from '../messages.ts';
import { splitStarts } from '../rules.ts';

export function Dates({ dates }: { dates: readonly SheetSummary[] }) {
  const t = useT(messages);
  const { lang, to } = useView();
  if (dates.length === 0) return null;
  return (
    <section class="space-block">
      <h2>{t('dates.title')}</h2>
      <ul class="next-dates">
        {dates.map((sheet) => (
          <li key={sheet.id}>
            {sheet.start && <time dateTime={sheet.start.value}>{sheet.start.precision === 'day' ? formatDay(lang, sheet.start.value, { day: 'numeric', month: 'long' }) : formatPartialDate(lang, sheet.start)}</time>}
            <a href={to(sheetHref(sheet.kind, sheet.slug))} lang={lang === sheet.lang ? undefined : sheet.lang}>
              {sheet.title}
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}

interface Item {
  href: string;
  label: string;
  icon: IconName;
}

/** New things that this person may make; without a body, what anybody can do. */
export function Starts({ starts, hasBody }: { starts: readonly KindSpec[]; hasBody: boolean }) {
  const t = useT(messages);
  const { lang } = useView();
  const toItem = (spec: KindSpec): Item => ({ href: commonPaths.create.href({ genre: spec.genre }), label: translator(spec.messages, lang)('create.title'), icon: 'plus' });
  const [first, later] = splitStarts(starts);
  const items: Item[] = [
    ...(hasBody ? [] : [{ href: commonPaths.claims.href({}), label: t('start.claim'), icon: 'plus' as const }, { href: commonPaths.search.href({}), label: t('start.find'), icon: 'bell' as const }]),
    ...first.map(toItem),
    { href: commonPaths.feedback.href({}, { page: '/' }), label: t('start.feedback'), icon: 'comment' },
  ];
  return <Links title={t('start.title')} items={items} more={{ label: t('start.more', { n: later.length }), items: later.map(toItem) }} />;
}

/** What is kept of this person, and what they run. */
export function Mine({ reader }: { reader: Reader }) {
  const t = useT(messages);
  const items: Item[] = [
    { href: accountPaths.account.href({}), label: t('mine.account'), icon: 'edit' },
    { href: commonPaths.card.href({}), label: t('mine.card'), icon: 'list' },
    { href: commonPaths.publications.href({}), label: t('mine.publications'), icon: 'comment' },
    { href: commonPaths.personalData.href({}), label: t('mine.data'), icon: 'lock' },
    ...(reader.acting?.role === 'administrator' ? [{ href: commonPaths.administration.href({}), label: t('mine.administration'), icon: 'data' as const }] : []),
  ];
  return <Links title={t('mine.title')} items={items} />;
}

function Links({ title, items, more }: { title: string; items: readonly Item[]; more?: { label: string; items: readonly Item[] } }) {
  return (
    <section class="space-block">
      <h2>{title}</h2>
      <ItemList items={items} />
      {more && more.items.length > 0 && (
        <details class="starts-more">
          <summary>{more.label}</summary>
          <ItemList items={more.items} />
        </details>
      )}
    </section>
  );
}

function ItemList({ items }: { items: readonly Item[] }) {
  const { to } = useView();
  return (
    <ul class="starts">
      {items.map((item) => (
        <li key={item.href}>
          <a class="with-icon" href={to(item.href)}>
            <Icon name={item.icon} /> <span>{item.label}</span>
          </a>
        </li>
      ))}
    </ul>
  );
}
