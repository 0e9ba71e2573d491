import type { Read, Tx } from '~/platform/db/index.ts';
import type { Actor } from '~/platform/events/index.ts';
import type { Lang } from '~/platform/i18n/index.ts';
import type { Right } from '../rights.ts';
import type { SheetRef } from '../types.ts';
import type { Reader, Role } from '../visibility.ts';
import type { Input } from './input.ts';

/** What a form holds, as typed: every field, each with its values in order. */
export type Values = Record<string, readonly string[]>;

/** An expected no. `field` is where the page shows it; the sentence is the kind's message `refusal.<code>`. */
export interface EditRefusal {
  refused: string;
  field?: string;
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
  /** Kinds of sheets that `sheets` accepts; `several` more than one. */
  of?: readonly string[];
  several?: boolean;
  /** Where it is said may be given beside it: document, address, place in it, date. */
  sourced?: boolean;
  /** Message `group.<name>`: fields of one group stand together under that heading. */
  group?: string;
  /** Rights that may change it; all of `own`, `keeper`, `animator`, `administrator`, and `partner` by proposal when not said. */
  rights?: readonly Right[];
}

/** Correcting a sheet: one form. Reading gives what the form shows; writing gets what was accepted, whole, and which fields differ. */
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
  may(reader: Reader): boolean;
  read?(db: Read, reader: Reader, query: (name: string) => string | undefined): Promise<Values>;
  run(tx: Tx, actor: Actor, input: Input, context: Omit<EditContext, 'right'>): Promise<SheetRef | EditRefusal>;
}
