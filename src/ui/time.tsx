import type { ComponentChildren } from 'preact';
import { useT, useView } from '~/platform/i18n/index.ts';
import { messages } from './messages.ts';
import { arcPath, type ThreadStyle } from './thread.tsx';

export interface Step {
  /** What the step is called, or its date when that is its name. */
  label: ComponentChildren;
  date?: ComponentChildren;
  dateTime?: string;
  /** Its knot: full for the present one, ring for those behind, dotted for those that are not yet or not known. */
  mark?: 'full' | 'ring' | 'dotted';
  /** The thread that leads to the next step. Default solid; dotted after a dotted knot. */
  line?: ThreadStyle;
  /** A StateMark, usually. */
  state?: ComponentChildren;
  note?: ComponentChildren;
}

/** A history of states, or the steps of a proposal: a thread from left to right, downwards on a phone. */
export function StepsThread({ steps }: { steps: readonly Step[] }) {
  return (
    <ol class="steps">
      {steps.map((step, index) => {
        const mark = step.mark ?? (index === steps.length - 1 ? 'full' : 'ring');
        const line = step.line ?? (mark === 'dotted' ? 'dotted' : 'solid');
        return (
          <li key={index} class={`${mark} to-${line}`} aria-current={mark === 'full' ? 'step' : undefined}>
            <p class="step-label">{step.dateTime ? <time dateTime={step.dateTime}>{step.label}</time> : step.label}</p>
            {step.date && <p class="step-date">{step.date}</p>}
            {step.state && <p>{step.state}</p>}
            {step.note && <div class="step-note">{step.note}</div>}
          </li>
        );
      })}
    </ol>
  );
}

export interface YearMark {
  /** A year with its fraction: 2023.26 for 4 April 2023. */
  at: number;
  label: string;
}

const percent = (value: number) => `${value.toFixed(2)}%`;

/** The years of a strategy as a thread: what is behind us is solid, what is ahead dotted. */
export function YearsThread({ from, to, marks = [], today }: { from: number; to: number; marks?: readonly YearMark[]; today?: number }) {
  const t = useT(messages);
  const place = (at: number) => 1 + (98 * (Math.min(Math.max(at, from), to) - from)) / Math.max(1, to - from);
  const now = today === undefined ? to : Math.min(Math.max(today, from), to);
  const years = Array.from({ length: Math.floor(to) - Math.ceil(from) + 1 }, (_, index) => Math.ceil(from) + index);
  const step = Math.ceil(years.length / 9);
  const anchor = (x: number) => (x < 8 ? 'start' : x > 92 ? 'end' : 'middle');
  return (
    <svg class="years" width="100%" height="86" role="img" aria-label={[t('years.span', { from: String(from), to: String(to) }), ...marks.map((mark) => mark.label)].join(', ')} focusable="false">
      <line class="thread dotted" x1={percent(place(now))} x2="99%" y1="44" y2="44" />
      <line class="thread" x1="1%" x2={percent(place(now))} y1="44" y2="44" />
      {years.map((year, index) => (
        <g key={year} class={index === 0 || index === years.length - 1 ? undefined : index % step ? 'minor' : 'mid'}>
          <line class="tick" x1={percent(place(year))} x2={percent(place(year))} y1="38" y2="50" />
          <text x={percent(place(year))} y="72" text-anchor={anchor(place(year))}>
            {year}
          </text>
        </g>
      ))}
      <circle cx="1%" cy="44" r="6.500" />
      {marks.map((mark) => (
        <g key={mark.at}>
          <circle cx={percent(place(mark.at))} cy="44" r="6.500" />
          <text class="strong" x={percent(place(mark.at))} y="22" text-anchor={anchor(place(mark.at))}>
            {mark.label}
          </text>
        </g>
      ))}
      {today !== undefined && today >= from && today <= to && (
        <>
          <circle class="dot" cx={percent(place(now))} cy="44" r="6.500" />
          <text class="strong today" x={percent(place(now))} y="22" text-anchor={anchor(place(now))}>
            {t('years.today')}
          </text>
        </>
      )}
      {(today === undefined || today > to) && <circle cx="99%" cy="44" r="6.500" />}
    </svg>
  );
}

export interface Moment {
  when: ComponentChildren;
  dateTime?: string;
  title: ComponentChildren;
  detail?: ComponentChildren;
  /** Nothing told yet, or not yet: a dotted knot. */
  faded?: boolean;
}

export function Timeline({ items }: { items: readonly Moment[] }) {
  return (
    <ol class="timeline">
      {items.map((item, index) => (
        <li key={index} class={item.faded ? 'faded' : undefined}>
          <p class="when">{item.dateTime ? <time dateTime={item.dateTime}>{item.when}</time> : item.when}</p>
          <div>
            <p class="moment">{item.title}</p>
            {item.detail && <div class="moment-detail">{item.detail}</div>}
          </div>
        </li>
      ))}
    </ol>
  );
}

export interface Anniversary {
  /** The year of departure. */
  year: number;
  years?: number;
  title?: ComponentChildren;
  detail?: ComponentChildren;
}

/** Abscissa = year; all threads meet this year, at the right. Under them, what is celebrated. */
export function AnniversaryArcs({ items, thisYear }: { items: readonly Anniversary[]; thisYear: number }) {
  const t = useT(messages);
  const { lang } = useView();
  const starts = [...new Set(items.map((item) => item.year))];
  const first = Math.min(thisYear - 10, ...starts);
  const x = (year: number) => 15 + (1154 * (year - first)) / (thisYear - first);
  const lift = (year: number) => 18 + 0.13 * (x(thisYear) - x(year));
  const top = Math.max(...starts.map(lift), 40);
  const height = Math.ceil(top + 12);
  const gap = thisYear - first > 45 ? 10 : thisYear - first > 20 ? 5 : 2;
  const ticks = Array.from({ length: Math.floor((thisYear - first) / gap) + 1 }, (_, index) => thisYear - index * gap).filter((year) => year === first || year - first > gap * 0.6);
  if (!ticks.includes(first)) ticks.push(first);
  const at = (year: number) => percent((x(year) / 1184) * 100);
  return (
    <div class="anniversaries" lang={lang}>
      <svg class="anniversary-arcs" width="100%" role="img" aria-label={t('anniversary.arcs', { year: String(thisYear) })} focusable="false">
        <svg class="bows" viewBox={`0 0 1184 ${height}`} preserveAspectRatio="none" width="100%" height="100%">
          {starts.map((year) => (
            <path key={year} class="thread" d={arcPath(x(year), x(thisYear), height, lift(year))} />
          ))}
        </svg>
        <line class="axis" x1={at(first)} x2={at(thisYear)} y1="100%" y2="100%" />
        {ticks.map((year) => (
          <g key={year} class={year === first || year === thisYear ? undefined : 'mid'}>
            <rect class="tick" x={at(year)} y="100%" width="1.2" height="6" />
            <text x={at(year)} y="100%" dy="26" text-anchor={year === first ? 'start' : year === thisYear ? 'end' : 'middle'} dx={year === first ? -6 : year === thisYear ? 6 : 0}>
              {year}
            </text>
          </g>
        ))}
        {starts.map((year) => (
          <circle key={year} cx={at(year)} cy="100%" r="6" />
        ))}
        <circle class="dot" cx={at(thisYear)} cy="100%" r="6" />
      </svg>
      <ul class="anniversary-list">
        {items.map((item, index) => (
          <li key={index}>
            <p class="anniversary-years">{t('anniversary.years', { n: item.years ?? thisYear - item.year })}</p>
            {item.title && <p class="anniversary-title">{item.title}</p>}
            {item.detail && <p class="anniversary-detail">{item.detail}</p>}
          </li>
        ))}
      </ul>
    </div>
  );
}
