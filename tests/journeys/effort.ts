import type { Walker } from './walk.ts';

/**
 * How long it takes somebody, counted and not timed: 10 seconds to read a page and press, 3 seconds to tick an answer,
 * 3 seconds for a field and one more for every 3 characters typed, 15 seconds to copy a list from elsewhere and paste it,
 * a minute for 200 words of a mail.
 */
const seconds = { page: 10, choice: 3, field: 3, character: 1 / 3, paste: 15, word: 60 / 200 };

export interface Effort {
  pages: number;
  choices: number;
  fields: number;
  characters: number;
  pastes: number;
  /** Of mails: what is read outside of the site. */
  words: number;
}

export const noEffort = (): Effort => ({ pages: 0, choices: 0, fields: 0, characters: 0, pastes: 0, words: 0 });

export const secondsOf = ({ pages, choices, fields, characters, pastes, words }: Effort) =>
  pages * seconds.page + choices * seconds.choice + fields * seconds.field + characters * seconds.character + pastes * seconds.paste + words * seconds.word;

/** « 12 pages, 9 champs et 5 choix (230 caractères), 1 collage : 4 min 10 ». */
export function tellEffort(effort: Effort): string {
  const total = Math.ceil(secondsOf(effort));
  const read = effort.words ? `, ${effort.words} mots de courriel` : '';
  const pasted = effort.pastes ? `, ${effort.pastes} collage${effort.pastes > 1 ? 's' : ''}` : '';
  return `${effort.pages} pages, ${effort.fields} champs écrits (${effort.characters} caractères), ${effort.choices} choix${pasted}${read} : ${Math.floor(total / 60)} min ${String(total % 60).padStart(2, '0')}`;
}

export interface Counted extends Walker {
  paste(label: string | RegExp, text: string): Promise<void>;
}

/** The same walker, whose gestures are counted. What it only looks at is not: a person reads while the page is there. */
export function countEffort(walker: Walker): { counted: Counted; effort: Effort } {
  const effort = noEffort();
  const page = <Args extends unknown[]>(gesture: (...args: Args) => Promise<void>) => async (...args: Args) => {
    effort.pages += 1;
    await gesture(...args);
  };
  const type = (text: string) => {
    effort.fields += 1;
    effort.characters += text.length;
  };
  return {
    effort,
    counted: {
      ...walker,
      open: page(walker.open),
      press: page(walker.press),
      async start(label) {
        effort.pages += 2;
        effort.choices += 1;
        await walker.start(label);
      },
      send: page(walker.send),
      async fill(label, value) {
        type(value);
        await walker.fill(label, value);
      },
      async choose(label) {
        effort.choices += 1;
        await walker.choose(label);
      },
      async select(label, option) {
        effort.choices += 1;
        await walker.select(label, option);
      },
      async pick(label, words, found) {
        type(words);
        effort.choices += 1;
        await walker.pick(label, words, found);
      },
      async paste(label, text) {
        effort.pastes += 1;
        await walker.fill(label, text);
      },
    },
  };
}
