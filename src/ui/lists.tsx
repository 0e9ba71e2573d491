import type { ComponentChildren } from 'preact';
import { useT } from '~/platform/i18n/index.ts';
import { Icon, type IconName } from './icons.tsx';
import { messages } from './messages.ts';

export interface SheetItem {
  /** Without it: named, but no sheet of its own. */
  href?: string;
  title: ComponentChildren;
  /** Tells homonyms apart, after the title: « Pérou ». */
  context?: ComponentChildren;
  /** Under the title. */
  meta?: ComponentChildren;
  right?: ComponentChildren;
  /** Before the title: a LinkSign, a KindSign, a DateBlock, a number. */
  sign?: ComponentChildren;
  /** Of the title only: the context may be in the reader's language. */
  lang?: string;
}

export function SheetList({ items, ordered }: { items: readonly SheetItem[]; ordered?: boolean }) {
  const List = ordered ? 'ol' : 'ul';
  return (
    <List class="sheets">
      {items.map((item, index) => (
        <li key={index} class={item.sign ? 'with-sign' : undefined}>
          {item.sign && <span class="sheet-sign">{item.sign}</span>}
          <div class="sheet-text">
            <p class="sheet-title">
              {item.href ? <a href={item.href} lang={item.lang}>{item.title}</a> : <span lang={item.lang}>{item.title}</span>} {item.context && <span class="sheet-context">{item.context}</span>}
            </p>
            {item.meta && <div class="sheet-meta">{item.meta}</div>}
          </div>
          {item.right && <div class="sheet-right">{item.right}</div>}
        </li>
      ))}
    </List>
  );
}

export type Definition = readonly [term: ComponentChildren, value: ComponentChildren];

export function DefinitionList({ items }: { items: readonly (Definition | false | null | undefined)[] }) {
  return (
    <dl class="defs">
      {items.map(
        (item, index) =>
          item && (
            <div key={index}>
              <dt>{item[0]}</dt>
              <dd>{item[1]}</dd>
            </div>
          ),
      )}
    </dl>
  );
}

export interface Tab {
  href: string;
  label: ComponentChildren;
  icon?: IconName;
}

/** Readings of the same thing: links, so that each has its address. `current` is the href. */
export function Tabs({ items, current, label }: { items: readonly Tab[]; current: string; label?: string }) {
  const t = useT(messages);
  return (
    <nav class="tabs" aria-label={label ?? t('tabs.label')}>
      <ul>
        {items.map((item) => (
          <li key={item.href}>
            <a href={item.href} aria-current={item.href === current ? 'page' : undefined}>
              {item.icon && <Icon name={item.icon} />} {item.label}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

export function Pager({ prevHref, nextHref, children }: { prevHref?: string | null; nextHref?: string | null; children?: ComponentChildren }) {
  const t = useT(messages);
  if (!prevHref && !nextHref) return null;
  return (
    <nav class="pager" aria-label={t('pager.label')}>
      {prevHref && (
        <a class="with-icon" href={prevHref} rel="prev">
          <Icon name="back" /> {t('pager.previous')}
        </a>
      )}
      {children && <span>{children}</span>}
      {nextHref && (
        <a class="with-icon" href={nextHref} rel="next">
          {t('pager.next')} <Icon name="arrow" />
        </a>
      )}
    </nav>
  );
}

export interface Download {
  href: string;
  label: ComponentChildren;
  detail?: ComponentChildren;
  icon?: IconName;
}

export function DownloadList({ items }: { items: readonly Download[] }) {
  return (
    <ul class="downloads">
      {items.map((item) => (
        <li key={item.href}>
          <Icon name={item.icon ?? 'download'} />
          <a href={item.href}>{item.label}</a>
          {item.detail && <span class="download-detail">{item.detail}</span>}
        </li>
      ))}
    </ul>
  );
}

/** « 12 mai », the day large; a month alone when the day is not known. */
export function DateBlock({ day, month, dateTime }: { day?: ComponentChildren; month: ComponentChildren; dateTime?: string }) {
  return (
    <time class="date-block" dateTime={dateTime}>
      {day ? (
        <>
          <strong>{day}</strong> <span>{month}</span>
        </>
      ) : (
        <strong>{month}</strong>
      )}
    </time>
  );
}

/** Actions of a sheet, each with its drawing: follow, correct, print. */
export function ActionList({ items }: { items: readonly { href: string; label: ComponentChildren; icon: IconName }[] }) {
  return (
    <ul class="action-list">
      {items.map((item) => (
        <li key={item.href}>
          <a class="with-icon" href={item.href}>
            <Icon name={item.icon} /> <span>{item.label}</span>
          </a>
        </li>
      ))}
    </ul>
  );
}

/** The link that closes a section: « Tout l'agenda → ». */
export function MoreLink({ href, children }: { href: string; children: ComponentChildren }) {
  return (
    <p class="more">
      <a class="with-icon" href={href}>
        <span>{children}</span> <Icon name="arrow" />
      </a>
    </p>
  );
}
