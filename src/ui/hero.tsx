import type { ComponentChildren } from 'preact';
import { useT } from '~/platform/i18n/index.ts';
import { messages } from './messages.ts';

export interface Crumb {
  href?: string;
  label: string;
}

/** Where one is, as a thread. The present page leaves it on a phone: the h1 follows. */
export function Breadcrumb({ items }: { items: readonly Crumb[] }) {
  const t = useT(messages);
  return (
    <nav class="crumbs" aria-label={t('breadcrumb')}>
      <ol>
        {items.map((item, index) => (
          <li key={index}>{item.href ? <a href={item.href}>{item.label}</a> : <span aria-current="page">{item.label}</span>}</li>
        ))}
      </ol>
    </nav>
  );
}

export interface HeroProps {
  title: ComponentChildren;
  lede?: ComponentChildren;
  eyebrow?: ComponentChildren;
  actions?: ComponentChildren;
  /** `display`: the page's proper name, as large as it can be; `title`: a sentence; `small`: a tool. */
  size?: 'display' | 'title' | 'small';
  /** To the right of the title when there is room. */
  side?: ComponentChildren;
  children?: ComponentChildren;
}

export function Hero({ title, lede, eyebrow, actions, size, side, children }: HeroProps) {
  const words = typeof title === 'string' ? title : '';
  const scale = size ?? (words.length > 26 ? 'title' : 'display');
  return (
    <header class={side ? 'hero with-side' : 'hero'}>
      <div>
        {eyebrow && <p class="eyebrow">{eyebrow}</p>}
        <h1 class={scale}>{title}</h1>
        {lede && <p class="lede">{lede}</p>}
        {children}
        {actions && <div class="actions">{actions}</div>}
      </div>
      {side && <div class="hero-side">{side}</div>}
    </header>
  );
}

export function Lede({ children }: { children: ComponentChildren }) {
  return <p class="lede">{children}</p>;
}
