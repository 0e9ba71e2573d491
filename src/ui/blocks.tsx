import type { ComponentChildren } from 'preact';
import { Mark } from './signs.tsx';
import { StateMark, type StatusName } from './state-mark.tsx';

/** Reading column and margin: the margin comes after the text on a phone. */
export function Columns({ main, aside }: { main: ComponentChildren; aside?: ComponentChildren }) {
  return (
    <div class="columns">
      <div class="column-main">{main}</div>
      {aside && <aside class="column-aside">{aside}</aside>}
    </div>
  );
}

/** Two blocks side by side when there is room: `even` halves, or wide then narrow. */
export function Pair({ left, right, even }: { left: ComponentChildren; right: ComponentChildren; even?: boolean }) {
  return (
    <div class={even ? 'pair even' : 'pair'}>
      <div>{left}</div>
      <div>{right}</div>
    </div>
  );
}

/** A full-bleed band: blush to celebrate, sand to rest the eye. */
export function Band({ tone = 'sand', children }: { tone?: 'sand' | 'blush'; children: ComponentChildren }) {
  return <div class={`band ${tone}`}>{children}</div>;
}

/** Under a map: what it shows at the left, where to go on at the right. */
export function Caption({ children, actions }: { children: ComponentChildren; actions?: ComponentChildren }) {
  return (
    <div class="caption">
      <p>{children}</p>
      {actions && <div class="actions">{actions}</div>}
    </div>
  );
}

/** Facts in a line, tied by short threads. */
export function FactsLine({ items }: { items: readonly ComponentChildren[] }) {
  return (
    <ul class="facts">
      {items.filter(Boolean).map((item, index) => (
        <li key={index}>{item}</li>
      ))}
    </ul>
  );
}

/** The same thing told from each side of a thread. */
export function TwoSides({ left, right }: { left: ComponentChildren; right: ComponentChildren }) {
  return (
    <div class="two-sides">
      <div>{left}</div>
      <div>{right}</div>
    </div>
  );
}

/** How many were found, then what they are made of. */
export function CountLine({ count, items = [] }: { count: ComponentChildren; items?: readonly ComponentChildren[] }) {
  return (
    <div class="count-line">
      <h2 class="count">{count}</h2>
      {items.filter(Boolean).map((item, index) => (
        <span key={index}>{item}</span>
      ))}
    </div>
  );
}

export interface SectionProps {
  id?: string;
  title: ComponentChildren;
  lede?: ComponentChildren;
  /** A link at the end of the title's line. */
  action?: ComponentChildren;
  /** A 2 px ink rule opens a section of comparison. */
  rule?: boolean;
  children?: ComponentChildren;
}

export function Section({ id, title, lede, action, rule, children }: SectionProps) {
  return (
    <section class={rule ? 'section ruled' : 'section'} id={id}>
      <div class="section-head">
        <h2>{title}</h2>
        {action && <div class="section-action">{action}</div>}
      </div>
      {lede && <p class="section-lede">{lede}</p>}
      {children}
    </section>
  );
}

export interface NoteProps {
  tone?: 'confirm' | 'celebrate' | 'context' | 'plain';
  title?: ComponentChildren;
  sign?: StatusName;
  children?: ComponentChildren;
}

export function Note({ tone = 'plain', title, sign, children }: NoteProps) {
  return (
    <div class={`note ${tone}`} role="note">
      {title && (
        <p class="note-title">
          {sign && <StateMark status={sign} bare />} {title}
        </p>
      )}
      {children && <div class="note-text">{children}</div>}
    </div>
  );
}

/** `screenOnly`: gestures, which paper has no use for. */
export function MarginNote({ title, screenOnly, children }: { title: ComponentChildren; screenOnly?: boolean; children?: ComponentChildren }) {
  return (
    <section class={screenOnly ? 'margin-note no-print' : 'margin-note'}>
      <h2>{title}</h2>
      {children}
    </section>
  );
}

export interface Figure {
  value: ComponentChildren;
  label: ComponentChildren;
  /** How it is counted. */
  rule?: ComponentChildren;
  href?: string;
}

/** Counted figures, each with its rule. */
export function Figures({ items }: { items: readonly Figure[] }) {
  return (
    <ul class="figures">
      {items.map((item, index) => (
        <li key={index}>
          <p class="figure-value">{item.value}</p>
          <p class="figure-label">{item.href ? <a href={item.href}>{item.label}</a> : item.label}</p>
          {item.rule && <p class="figure-rule">{item.rule}</p>}
        </li>
      ))}
    </ul>
  );
}

/** Nothing here: why, and what to do. Two circles keep it company. */
export function Empty({ title, children }: { title: ComponentChildren; children?: ComponentChildren }) {
  return (
    <div class="empty">
      <Mark size={64} />
      <p class="empty-title">{title}</p>
      {children && <div>{children}</div>}
    </div>
  );
}
