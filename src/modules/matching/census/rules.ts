import { listThemes } from '~/reference/index.ts';
import type { Form } from '~/platform/http/form.ts';

/** The nine themes that the members of Nouvelle-Aquitaine named on 1 April 2022 (seed 003) come first, in their order; then the others. */
export const firstThemes: readonly string[] = listThemes().filter((theme) => theme.parent === null && theme.origin === 'plateforme-na').map((theme) => theme.slug);
export const otherThemes: readonly string[] = listThemes().filter((theme) => theme.parent === null && theme.origin !== 'plateforme-na').map((theme) => theme.slug);
const known = new Set([...firstThemes, ...otherThemes]);

/** Characters of a precision: a line, not a page. */
export const longestNote = 200;
/** Days that a mail's link answers; those that a campaign lasts at most. */
export const linkDays = 60;
export const mostCampaignDays = 120;
export const linkPurpose = 'census';

export interface Interest {
  theme: string;
  seeks: boolean;
  offers: boolean;
  note: string | null;
}

export interface Answer {
  interests: Interest[];
  /** The same, and the themes on which a line was written without a box: shown again when the answer is refused. */
  typed: Interest[];
  /** Themes whose precision is too long. */
  long: string[];
  /** « Aucun thème pour l’instant », said with its own button. */
  none: boolean;
}

/** What a form ticked: `cherche` and `apporte` hold themes, `precision.<theme>` a line on one. */
export function readAnswer(form: Form): Answer {
  const [seeks, offers] = [new Set(form.list('cherche')), new Set(form.list('apporte'))];
  const typed = [...known]
    .map((theme) => ({ theme, seeks: seeks.has(theme), offers: offers.has(theme), note: form.text(`precision.${theme}`).replace(/\s+/g, ' ') || null }))
    .filter((one) => one.seeks || one.offers || one.note);
  const interests = typed.filter((one) => one.seeks || one.offers);
  return { interests, typed, long: interests.filter(({ note }) => (note?.length ?? 0) > longestNote).map(({ theme }) => theme), none: form.text('aucun') === '1' };
}
