import type { ComponentChildren } from 'preact';
import { useT } from '~/platform/i18n/index.ts';
import { Icon } from './icons.tsx';
import { messages } from './messages.ts';

export interface SearchBoxProps {
  action: string;
  value?: string;
  label: ComponentChildren;
  hint?: ComponentChildren;
  name?: string;
  button?: string;
  hidden?: Readonly<Record<string, string>>;
}

/** One box. The button becomes round on a phone, its name still read aloud. */
export function SearchBox({ action, value, label, hint, name = 'q', button, hidden = {} }: SearchBoxProps) {
  const t = useT(messages);
  return (
    <form class="search" action={action} method="get" role="search">
      <label for={`chercher-${name}`}>{label}</label>
      <div class="search-line">
        <input type="search" id={`chercher-${name}`} name={name} value={value} autocomplete="off" enterkeyhint="search" aria-describedby={hint ? `chercher-${name}-aide` : undefined} />
        {Object.entries(hidden).map(([key, one]) => (
          <input key={key} type="hidden" name={key} value={one} />
        ))}
        <button class="button full" type="submit">
          <Icon name="search" /> <span>{button ?? t('search')}</span>
        </button>
      </div>
      {hint && (
        <p class="hint" id={`chercher-${name}-aide`}>
          {hint}
        </p>
      )}
    </form>
  );
}
