import type { Db } from '~/platform/db/index.ts';
import {
  findKindByGenre, findRight, findSheet, type ActSpec, type Clash, type EditContext, type EditRefusal, type FieldSpec, type KindSpec, type Right, type Sent, type SheetAsk, type SheetSummary, type Since, type Values,
} from '~/sheets/index.ts';

/** A sheet that this person may do something with. */
export interface Held {
  spec: KindSpec;
  sheet: SheetSummary;
  right: Right;
  context: EditContext;
  version: number;
}

/** The sheet of the address and what one may do with it; nothing is a 404, whatever the reason. */
export async function findHeld(ask: SheetAsk): Promise<Held | undefined> {
  const spec = findKindByGenre(ask.param('genre'));
  const sheet = spec && (await findSheet(ask.primary, ask.reader, spec.kind, ask.param('slug')));
  if (!spec || !sheet || 'movedTo' in sheet) return undefined;
  const right = await findRight(ask.primary, ask.reader, sheet.id);
  if (!right) return undefined;
  const { version } = await ask.primary.selectFrom('sheets').select('version').where('id', '=', sheet.id).executeTakeFirstOrThrow();
  return { spec, sheet, right, version, context: { reader: ask.reader, right, today: ask.today } };
}

export function mayAct(act: ActSpec, right: Right): boolean {
  return act.may ? act.may(right) : right !== 'partner';
}

/** What a sent form came to. */
export type Outcome =
  | { path: string; sentence: string }
  | EditRefusal
  | { conflict: Clash[]; merged: Values; present: Values; version: number }
  /** The sheet of a gesture changed meanwhile: it is shown again with what changed. */
  | { since: Since[]; version: number };

/** One form, whatever it does: what it asks, what it shows first, what sending it does. */
export interface Desk {
  /** Its address without language: where it is posted, and which draft is its own. */
  address: string;
  spec: KindSpec;
  sheet: SheetSummary | null;
  context: EditContext;
  fields: readonly FieldSpec[];
  present: Values;
  version: number | null;
  title: string;
  lede: string | undefined;
  /** What sending it is called. */
  button: string;
  /** Somebody else decides: a word may be joined for them. */
  isProposal: boolean;
  /** Which address one leaves to without sending. */
  back: string;
  send(db: Db, sent: Sent & { comment: string }): Promise<Outcome>;
}

