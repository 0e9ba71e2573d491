import type { Read, Tx } from '~/platform/db/index.ts';
import type { Actor } from '~/platform/events/index.ts';
import type { Lang } from '~/platform/i18n/index.ts';
import type { Right } from '../rights.ts';
import type { SheetRef } from '../types.ts';
import type { Reader, Role } from '../visibility.ts';
import type { Input, Values } from './input.ts';

export type { Values } from './input.ts';

/** An expected no. `field` is where the page shows it; the sentence is the kind's message `refusal.<code>`. */
export interface EditRefusal {
  refused: string;
  field?: string;
  /** The sheet that stands in the way and that this reader may see: the refusal links to it. */
  sheet?: SheetRef & { title: string };
}

export interface EditContext {
  reader: Reader;
  right: Right;
  /** Today in France, ISO day. */
  today: string;
}

type FieldType =
  | 'text' | 'textarea' | 'number' | 'url' | 'mail'
  /** As precise as one knows: `2000`, `2000-06`, `juin 2000`, `7 juin 2000`. */
  | 'date'
  | 'select' | 'radio' | 'checkboxes' | 'checkbox'
  /** One a line. */
  | 'lines'
  /** Sheets of the kinds in `of`, found by typing; values are ids. */
  | 'sheets'
  /** Values are ISO codes. */
  | 'countries'
  /** Values are slugs. */
  | 'themes'
  /** Values are numbers 1 to 17. */
  | 'sdgs';

export type Choice = readonly [value: string, label: string];

export interface FieldSpec {
  /** French, in the form and in history: `debut`. Label: message `field.<name>`; hint: `field.<name>.hint` when there is one. */
  name: string;
  type: FieldType;
  required?: boolean;
  /** Characters; 200 for text, 5000 for textarea and lines when not said. */
  max?: number;
  /** For select, radio, checkboxes: codes whose label is the message `choice.<name>.<code>`, or what a query finds. */
  choices?: readonly string[] | ((db: Read, sheetId: string | null, lang: Lang, context: EditContext) => Promise<Choice[]>);
  /** Kinds of sheets that `sheets` accepts. */
  of?: readonly string[];
  /** More than one: for `sheets`, `select`, `countries`; themes and goals are several unless false is said. */
  several?: boolean;
  /** Where it is said may be given beside it: document, address, place in it, date. */
  sourced?: boolean;
  /** Message `group.<name>`: fields of one group stand together under that heading. */
  group?: string;
  /** Rights that may change it; all of `own`, `keeper`, `animator`, `administrator`, and `partner` by proposal when not said. */
  rights?: readonly Right[];
  /** History shows its values only to those who may edit the sheet: a phone number. The change itself is told to all. */
  private?: boolean;
  /** Of a long text: lines shown; 5 when not said. */
  rows?: number;
  /** For the browser: `email`, `tel`, `organization`. */
  autocomplete?: string;
}

/**
 * Correcting a sheet: one form. In events and history a field of one value is text or null, any other a list. An event of
 * a domain is told by the kind's message `history.<what follows the dot in its name>`; a key of its `changes` that has no
 * field is labelled by the kind's message `field.<key>`, and not shown when there is none.
 * Reading gives what the form shows; writing gets what was accepted, whole, and which fields differ. */
export interface EditSpec {
  fields: readonly FieldSpec[];
  read(db: Read, sheetId: string, context: EditContext): Promise<Values>;
  /** The sheet is locked, its version is counted and the event recorded by the caller: use patchSheet, not updateSheet. */
  write(tx: Tx, actor: Actor, sheetId: string, input: Input, changed: ReadonlySet<string>, context: EditContext): Promise<EditRefusal | null>;
}

/** A gesture on a sheet: a change of state, an agreement added, two values settled. Title: message `act.<name>`, lede `act.<name>.lede`, button `act.<name>.do`, done `act.<name>.done`. */
export interface ActSpec {
  /** French, in the address: `etat`. */
  name: string;
  fields: readonly FieldSpec[];
  /** Not offered and 404 when false. Default: every right but `partner`. */
  may?(right: Right): boolean;
  /** Who decides. Somebody else who may makes a proposal, which waits for one of them. */
  decides?(input: Input, context: EditContext): readonly Role[] | null;
  /** What the form shows first. */
  read?(db: Read, sheetId: string, context: EditContext, query: (name: string) => string | undefined): Promise<Values>;
  /** True when it has an object now: an agreement to renew, a doubt to settle. */
  has?(db: Read, sheetId: string): Promise<boolean>;
  /** Its command records its own event and counts the version. */
  run(tx: Tx, actor: Actor, sheetId: string, input: Input, context: EditContext): Promise<EditRefusal | null>;
}

/** A new sheet. Title: message `create.title`, lede `create.lede`. */
export interface CreateSpec {
  fields: readonly FieldSpec[];
  /** Another form for what the address asks: `?sorte=recherche` gives `variants.recherche`, with the messages `create.recherche.title` and so on. */
  variants?: Readonly<Record<string, readonly FieldSpec[]>>;
  may(reader: Reader): boolean;
  read?(db: Read, reader: Reader, query: (name: string) => string | undefined, today: string): Promise<Values>;
  run(tx: Tx, actor: Actor, input: Input, context: Omit<EditContext, 'right'>): Promise<SheetRef | EditRefusal>;
}
