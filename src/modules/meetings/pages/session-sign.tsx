import { useView } from '~/platform/i18n/index.ts';
import { labelOfType } from '~/sheets/index.ts';

const shapes: Record<string, preact.JSX.Element> = {
  'pleniere': <circle class="full" cx="8" cy="8" r="4.500" />,
  'region': <path d="M2.500 11.500a5.500 5.500 0 0 1 11 0z" />,
  'groupe-pays': <path d="M4.500 14V2.500h7.500l-2 2.800 2 2.800H4.500" />,
  'groupe-thematique': <><path d="m8 2 6 6-6 6-6-6z" /><circle class="full" cx="8" cy="8" r="1.800" /></>,
  'theme': <path d="m8 2.500 5.500 5.500L8 13.500 2.500 8z" />,
};

/** The kind of a session: a shape and its word. */
export function SessionKind({ type }: { type: string | null }) {
  const { lang } = useView();
  const word = labelOfType('session', type, lang);
  if (!type || !word) return null;
  return (
    <span class="session-kind">
      <svg class="kind-sign" viewBox="0 0 16 16" width="16" height="16" aria-hidden="true" focusable="false">
        {shapes[type] ?? shapes.theme}
      </svg>{' '}
      {word}
    </span>
  );
}
