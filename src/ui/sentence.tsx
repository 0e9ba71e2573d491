import type { ComponentChildren } from 'preact';
import { useT } from '~/platform/i18n/index.ts';
import { Button } from './button.tsx';
import type { Option } from './form.tsx';
import { Icon } from './icons.tsx';
import { messages } from './messages.ts';

export interface FilterSentenceProps {
  action: string;
  /** Text and SentenceSelect / SentenceText, as one reads them. */
  children: ComponentChildren;
  /** Beside the button: follow, clear. */
  actions?: ComponentChildren;
  submit?: string;
  hidden?: Readonly<Record<string, string>>;
  /** Smaller, on one line beside a title. */
  small?: boolean;
}

/** Filters as a sentence one can read aloud. A GET form: its address holds the whole question. */
export function FilterSentence({ action, children, actions, submit, hidden = {}, small }: FilterSentenceProps) {
  const t = useT(messages);
  return (
    <form class={small ? 'sentence small' : 'sentence'} action={action} method="get">
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <div class="sentence-words">{children}</div>
      <div class="actions">
        <Button kind={small ? 'outline' : 'full'}>{submit ?? t('sentence.submit')}</Button>
        {actions}
      </div>
    </form>
  );
}

export interface SentenceSelectProps {
  name: string;
  /** The words before it, « de ». Drawn, and the field's label. */
  before?: ComponentChildren;
  /** What it asks, read aloud. */
  label: string;
  options: readonly Option[];
  value?: string;
  /** « , » after it; leaves on a phone. */
  after?: string;
}

/** A big underlined word that opens the system's list. As wide as its word where the browser can. */
export function SentenceSelect({ name, before, label, options, value, after }: SentenceSelectProps) {
  return (
    <span class="sentence-part">
      {before && <span class="sentence-before">{before}</span>}{' '}
      <span class="sentence-field">
        <select name={name} aria-label={label}>
          {options.map((option) => {
            const { value: one, label: text } = 'value' in option ? option : { value: option[0], label: option[1] };
            return (
              <option key={one} value={one} selected={one === (value ?? '')}>
                {text}
              </option>
            );
          })}
        </select>
      </span>
      {after && <span class="sentence-after">{after}</span>}
    </span>
  );
}

export interface SentenceTextProps {
  name: string;
  before?: ComponentChildren;
  label: string;
  value?: string;
  placeholder?: string;
  list?: readonly string[];
  after?: string;
}

/** The same, for more values than a list can hold: typed, with matches offered. */
export function SentenceText({ name, before, label, value, placeholder, list, after }: SentenceTextProps) {
  return (
    <span class="sentence-part">
      {before && <span class="sentence-before">{before}</span>}{' '}
      <span class="sentence-field typed">
        <input type="text" name={name} value={value} placeholder={placeholder} aria-label={label} size={Math.max(6, (value || placeholder || '').length)} list={list && `mots-${name}`} autocomplete="off" />
        {list && (
          <datalist id={`mots-${name}`}>
            {list.map((one) => (
              <option key={one} value={one} />
            ))}
          </datalist>
        )}
      </span>
      {after && <span class="sentence-after">{after}</span>}
    </span>
  );
}

export interface FacetGroup {
  title: ComponentChildren;
  items: readonly { label: string; n?: number; href: string; current?: boolean }[];
  /** Folded until asked. */
  folded?: boolean;
}

/** Counted ways to narrow: links, each the address of a narrower question. A chosen one leads back. */
export function Facets({ groups, clearHref }: { groups: readonly FacetGroup[]; clearHref?: string }) {
  const t = useT(messages);
  return (
    <div class="facets">
      {groups
        .filter((group) => group.items.length > 0)
        .map((group, index) => (
          <details key={index} open={!group.folded}>
            <summary>{group.title}</summary>
            <ul>
              {group.items.map((item) => (
                <li key={item.href}>
                  <a href={item.href} aria-current={item.current ? 'true' : undefined} aria-label={item.current ? t('facets.remove', { label: item.label }) : undefined}>
                    <span>{item.label}</span> {item.current ? <Icon name="close" /> : item.n !== undefined && <span class="facet-n">{item.n}</span>}
                  </a>
                </li>
              ))}
            </ul>
          </details>
        ))}
      {clearHref && (
        <p>
          <a href={clearHref}>{t('facets.clear')}</a>
        </p>
      )}
    </div>
  );
}
