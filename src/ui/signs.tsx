import { useT } from '~/platform/i18n/index.ts';
import { messages } from './messages.ts';

/** Where two circles of radius r cross, their centres 2h apart around (x, y). */
export function overlapPath(x: number, y: number, r: number, h: number): string {
  const half = Math.sqrt(r * r - h * h);
  const at = (value: number) => Number(value.toFixed(2));
  return `M${at(x)} ${at(y - half)}A${r} ${r} 0 0 1 ${at(x)} ${at(y + half)}A${r} ${r} 0 0 1 ${at(x)} ${at(y - half)}Z`;
}

/** The two circles: mark, empty states, loading. */
export function Mark({ size = 46 }: { size?: number }) {
  return (
    <svg class="mark" viewBox="0 0 46 30" width={size} height={(size * 30) / 46} aria-hidden="true" focusable="false">
      <path class="overlap" d={overlapPath(23, 15, 13, 7.5)} />
      <circle cx="15.5" cy="15" r="13" />
      <circle cx="30.5" cy="15" r="13" />
    </svg>
  );
}

const apart = (
  <>
    <circle cx="6" cy="8" r="4.8" />
    <circle cx="22" cy="8" r="4.8" />
  </>
);

const linkShapes = {
  jumelage: (
    <>
      <path class="overlap" d={overlapPath(14, 8, 6.7, 4.2)} />
      <circle cx="9.8" cy="8" r="6.7" />
      <circle cx="18.2" cy="8" r="6.7" />
    </>
  ),
  amitie: (
    <>
      <circle cx="9.8" cy="8" r="6.7" />
      <circle cx="18.2" cy="8" r="6.7" />
    </>
  ),
  accord: (
    <>
      <path class="thread" d="M10.8 8h6.4" />
      {apart}
    </>
  ),
  projet: (
    <>
      <path class="thread" d="M10.8 8H20" />
      <circle cx="6" cy="8" r="4.8" />
      <circle class="dot" cx="22" cy="8" r="3.4" />
    </>
  ),
  contact: (
    <>
      <path class="thread dotted" d="M11.6 8h5.6" />
      {apart}
    </>
  ),
} as const;

export type LinkKind = keyof typeof linkShapes;

export interface LinkSignProps {
  kind: LinkKind;
  /** Default: the kind's own word. */
  word?: string;
  /** The word is already beside it: only the drawing, silent. */
  bare?: boolean;
}

export function LinkSign({ kind, word, bare }: LinkSignProps) {
  const t = useT(messages);
  const drawing = (
    <svg class="link-sign" viewBox="0 0 28 16" width="28" height="16" aria-hidden="true" focusable="false">
      {linkShapes[kind]}
    </svg>
  );
  if (bare) return drawing;
  return (
    <span class="signed">
      {drawing} {word ?? t(`link.${kind}`)}
    </span>
  );
}

/** A kind of sheet, for lists that mix several: always beside its word. */
const kindShapes = {
  territory: <><circle cx="8" cy="8" r="5.5" /><circle class="full" cx="8" cy="8" r="1.8" /></>,
  country: <><circle cx="8" cy="8" r="5.5" /><path d="M2.5 8h11M8 2.500c3 3.5 3 7.5 0 11c-3-3.5-3-7.5 0-11" /></>,
  partnership: <><circle cx="5.5" cy="8" r="4.3" /><circle cx="10.5" cy="8" r="4.3" /></>,
  organisation: <path d="M3 13.500v-8l5-3 5 3v8zM6.5 13.500v-4h3v4" />,
  network: <><path d="M8 4.5 3.8 11.500h8.400z" /><circle class="full" cx="8" cy="4" r="1.8" /><circle class="full" cx="3.6" cy="11.8" r="1.8" /><circle class="full" cx="12.4" cy="11.8" r="1.8" /></>,
  strategy: <path d="M3 13.500v-11h8.500l-2 3 2 3H3" />,
  objective: <><circle cx="8" cy="8" r="5.5" /><circle cx="8" cy="8" r="2.4" /></>,
  action: <path d="M2.5 8h9M8 4l4 4-4 4" />,
  programme: <path d="M3 3h10v10H3zM3 6.500h10M6.5 6.500V13" />,
  group: <><circle cx="8" cy="5" r="2.5" /><path d="M3 13.500c.5-5 9.5-5 10 0" /></>,
  event: <path d="M2.5 4h11v9.500h-11zM2.5 7h11M5.5 2.200V5M10.5 2.200V5" />,
  session: <path d="M2.5 3.500h11v7H8L5 13.500v-3H2.500z" />,
  funding: <><circle cx="8" cy="8" r="5.5" /><path d="M10.3 6c-3-2.3-5 .5-4.2 3s3 2.5 4.2 1.200M4.8 8.200h4" /></>,
  law: <path d="M3.5 2.500h9v11h-9zM5.8 6h4.400M5.8 8.500h4.400M5.8 11h2.5" />,
  theme: <path d="m8 2 5.8 6L8 14 2.2 8z" />,
  document: <path d="M3.5 2h6l3 3v9h-9zM9.5 2v3h3" />,
  person: <><circle cx="8" cy="5" r="2.8" /><path d="M3 14c.5-5.5 9.5-5.5 10 0z" /></>,
} as const;

export type KindSignName = keyof typeof kindShapes;

export function KindSign({ kind }: { kind: KindSignName | (string & {}) }) {
  return (
    <svg class="kind-sign" viewBox="0 0 16 16" width="16" height="16" aria-hidden="true" focusable="false">
      {kindShapes[kind as KindSignName] ?? kindShapes.theme}
    </svg>
  );
}
