import type { ComponentChildren } from 'preact';
import { formatDistance, useT, useView } from '~/platform/i18n/index.ts';
import { messages } from './messages.ts';
import { overlapPath } from './signs.tsx';

export type ThreadStyle = 'solid' | 'dashed' | 'dotted';

/** The bow of a thread drawn on a chord of w pixels for d kilometres: Porto is nearly flat, Lima bows. */
export function liftOf(chord: number, km: number): number {
  return chord * (0.06 + (0.24 * Math.min(km, 20_015)) / 20_015);
}

export function arcPath(x1: number, x2: number, y: number, lift: number): string {
  const at = (value: number) => Number(value.toFixed(1));
  return `M${at(x1)} ${at(y)}Q${at((x1 + x2) / 2)} ${at(y - 2 * lift)} ${at(x2)} ${at(y)}`;
}

interface ArcProps {
  width: number;
  radius: number;
  km: number | undefined;
  label?: string;
  style: ThreadStyle;
  class: string;
}

function Arc({ width, radius, km, label, style, class: name }: ArcProps) {
  const [x1, x2] = [radius + 2, width - radius - 2];
  const lift = liftOf(x2 - x1, km ?? 2_000);
  const y = lift + Math.max(radius, 26) + 4;
  // the bow ends on the rim of the circles, in the direction of the control point
  const [dx, dy] = [(x2 - x1) / 2, 2 * lift];
  const rim = radius / Math.hypot(dx, dy);
  const inner = `M${(x1 + dx * rim).toFixed(1)} ${(y - dy * rim).toFixed(1)}Q${(width / 2).toFixed(1)} ${(y - 2 * lift).toFixed(1)} ${(x2 - dx * rim).toFixed(1)} ${(y - dy * rim).toFixed(1)}`;
  const height = Math.ceil(y + radius + 2);
  return (
    <svg class={`arc ${name}`} viewBox={`0 0 ${width} ${height}`} aria-hidden="true" focusable="false">
      <path class={`thread ${style}`} d={inner} />
      <circle cx={x1} cy={y.toFixed(1)} r={radius} />
      <circle cx={x2} cy={y.toFixed(1)} r={radius} />
      {label && (
        <text x={width / 2} y={(y - lift + 38).toFixed(1)} text-anchor="middle">
          {label}
        </text>
      )}
    </svg>
  );
}

export interface PartnershipThreadProps {
  left: string;
  right: string;
  leftHref?: string;
  rightHref?: string;
  km?: number | null;
  style?: ThreadStyle;
}

/** The head of a partnership: two names, one thread. It holds the page's h1. */
export function PartnershipThread({ left, right, leftHref, rightHref, km, style = 'solid' }: PartnershipThreadProps) {
  const t = useT(messages);
  const { lang } = useView();
  const letters = left.length + right.length;
  const distance = km == null ? undefined : formatDistance(lang, km);
  const size = letters <= 17 ? 'short' : letters <= 27 ? 'medium' : 'long';
  // what the names leave of 1 184 px, as the display face measures on average
  const room = size === 'long' ? 760 : Math.max(260, Math.round(1184 - 48 - letters * (size === 'short' ? 42 : 31)));
  const name = (text: string, href: string | undefined) => (href ? <a href={href}>{text}</a> : text);
  return (
    <div class={`names ${size}`}>
      <h1 class="display">
        <span class="name">{name(left, leftHref)}</span>
        <span class="visually-hidden"> {t('thread.joins', { left: '', right: '' }).trim()} </span>
        <span class="name">{name(right, rightHref)}</span>
      </h1>
      <Arc class="arc-wide" width={room} radius={15} km={km ?? undefined} label={distance} style={style} />
      <Arc class="arc-narrow" width={320} radius={7.5} km={km ?? undefined} label={distance} style={style} />
      {distance && <p class="visually-hidden">{t('thread.joinsAt', { left, right, distance })}</p>}
    </div>
  );
}

/** « Bordeaux ⟷ Lima » on a line. */
export function MiniThread({ left, right, href, style = 'solid' }: { left: ComponentChildren; right: ComponentChildren; href?: string; style?: ThreadStyle }) {
  const text = (
    <>
      {left}{' '}
      <svg class="mini-thread" viewBox="0 0 26 12" width="26" height="12" role="img" aria-label="⟷" focusable="false">
        <path class={style} d="M3 6h20" />
        <path d="M6.5 2.5 3 6l3.5 3.500M19.5 2.5 23 6l-3.5 3.5" />
      </svg>{' '}
      {right}
    </>
  );
  return href ? (
    <a class="joined" href={href}>
      {text}
    </a>
  ) : (
    <span class="joined">{text}</span>
  );
}

/** Two authorities that meet in one partner: two bows into two circles. */
export function SharedThread() {
  return (
    <svg class="shared-thread" viewBox="0 0 88 30" width="88" height="30" aria-hidden="true" focusable="false">
      <path class="thread" d="M8 22Q24-4 39 19M80 22Q64-4 49 19" />
      <circle class="dot" cx="8" cy="22" r="3.5" />
      <circle class="dot" cx="80" cy="22" r="3.5" />
      <path class="overlap" d={overlapPath(44, 21, 7, 3.8)} />
      <circle cx="40.2" cy="21" r="7" />
      <circle cx="47.8" cy="21" r="7" />
    </svg>
  );
}

const freshDashes = { fresh: undefined, aging: '8 4', old: '1.5 6' } as const;

/** A thread that fades: solid up to a year, dashed to two, dotted beyond. */
export function Freshness({ level }: { level: keyof typeof freshDashes }) {
  const t = useT(messages);
  return (
    <svg class={`freshness ${level}`} viewBox="0 0 98 14" width="98" height="14" role="img" aria-label={t(`fresh.${level}`)} focusable="false">
      <path class="thread" d="M13 7h72" stroke-dasharray={freshDashes[level]} stroke-linecap={level === 'old' ? 'round' : undefined} />
      <circle cx="7" cy="7" r="5.4" />
      <circle cx="91" cy="7" r="5.4" />
    </svg>
  );
}
