import { useT } from '~/platform/i18n/index.ts';
import { messages } from './messages.ts';

/** Drawn on 16 × 16. The shape says it without the colour; the word says it without the shape. */
const shapes = {
  disc: <circle class="full" cx="8" cy="8" r="5.2" />,
  half: <><circle cx="8" cy="8" r="5.2" /><path class="full" d="M8 2.800a5.2 5.2 0 0 0 0 10.400z" /></>,
  ring: <circle cx="8" cy="8" r="5.2" />,
  dottedRing: <circle class="dots" cx="8" cy="8" r="5.2" />,
  arrowRing: <><circle cx="8" cy="8" r="5.2" /><path d="M5.5 8h4.800M8.3 5.8 10.5 8l-2.2 2.2" /></>,
  tick: <><circle class="full" cx="8" cy="8" r="6.2" /><path class="over" d="m5 8.2 2.2 2.200L11.2 6" /></>,
  lozenge: <><path class="warm" d="M8 1.2 14.8 8 8 14.8 1.2 8z" /><path class="ink" d="M8 4.600v4M8 10.600v.6" /></>,
  unequal: <path d="M3 6h10M3 10.300h10M11 2.8 5 13.4" />,
  square: <path class="full" d="M3 3h10v10H3z" />,
  openSquare: <path d="M3.5 3.500h9v9h-9z" />,
  dashedSquare: <path class="dashes" d="M3.5 3.500h9v9h-9z" />,
  crossedSquare: <path d="M3.5 3.500h9v9h-9zM3.5 3.500l9 9" />,
  dotRing: <><circle cx="8" cy="8" r="5.4" /><circle class="full" cx="8" cy="8" r="2.3" /></>,
  dashedDotRing: <><circle class="dashes" cx="8" cy="8" r="5.4" /><circle class="full" cx="8" cy="8" r="1.9" /></>,
  bars: <path class="full" d="M4.2 3h2.600v10H4.200zM9.2 3h2.600v10H9.200z" />,
  padlock: <><path class="full" d="M3.5 7.200h9v6.600h-9z" /><path d="M5.3 7.500V5.200a2.7 2.7 0 0 1 5.4 0v2.3" /></>,
  bubble: <path class="dashes" d="M2.5 3.500h11v7H8l-3 3v-3H2.500z" />,
  triangle: <><path class="full" d="M8 1.8 15 14H1z" /><path class="over" d="M8 6v4M8 11.600v.6" /></>,
} as const;

type Look = readonly [shape: keyof typeof shapes, tone: 'pine' | 'ink' | 'quiet' | 'estuary' | 'saffron' | 'brick'];

const phases = {
  ongoing: ['disc', 'pine'],
  paused: ['half', 'quiet'],
  ended: ['ring', 'quiet'],
  upcoming: ['arrowRing', 'estuary'],
  unknown: ['dottedRing', 'quiet'],
} as const satisfies Record<string, Look>;

const statuses = {
  'confirme': ['tick', 'pine'],
  'a-actualiser': ['lozenge', 'saffron'],
  'a-confirmer': ['unequal', 'saffron'],
  'signe': ['dotRing', 'pine'],
  'en-finalisation': ['dashedDotRing', 'estuary'],
  'prevu': ['openSquare', 'estuary'],
  'envisage': ['dashedSquare', 'quiet'],
  'confirme-evt': ['square', 'pine'],
  'tenu': ['square', 'pine'],
  'annule': ['crossedSquare', 'brick'],
  'suspendu': ['bars', 'quiet'],
  'reserve': ['padlock', 'ink'],
  'non-rapportee': ['bubble', 'quiet'],
  'erreur': ['triangle', 'brick'],
} as const satisfies Record<string, Look>;

export type PhaseName = keyof typeof phases;
export type StatusName = keyof typeof statuses;

export type StateMarkProps = { word?: string; bare?: boolean } & ({ phase: PhaseName; status?: undefined } | { status: StatusName; phase?: undefined });

/** A shape and its word. Without `word`, the state's own. `bare`: the word is already beside it. */
export function StateMark({ phase, status, word, bare }: StateMarkProps) {
  const t = useT(messages);
  const [shape, tone] = status ? statuses[status] : phases[phase];
  const drawing = (
    <svg class={bare ? `state-sign ${tone}` : 'state-sign'} viewBox="0 0 16 16" width="16" height="16" aria-hidden="true" focusable="false">
      {shapes[shape]}
    </svg>
  );
  if (bare) return drawing;
  return (
    <span class={`state ${tone}`}>
      {drawing} {word ?? t(status ? `status.${status}` : `phase.${phase}`)}
    </span>
  );
}
