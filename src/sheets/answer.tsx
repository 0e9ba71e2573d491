import type { VNode } from 'preact';
import type { Ask } from '~/platform/http/request.ts';
import { getFrame, type SheetFrame } from './frame.ts';
import { drawInside } from './inside.ts';
import { sheetHref } from './kinds.ts';
import { findSheet } from './queries.ts';
import type { Reader } from './visibility.ts';

export type SheetAsk = Ask<Reader>;

/** A sheet's page: found for this reader, followed when it was merged, 404 otherwise; then drawn from its frame. */
export async function answerSheet(
  ask: SheetAsk,
  kind: string,
  draw: (frame: SheetFrame) => VNode | Promise<VNode>,
): Promise<Response> {
  const found = await findSheet(ask.db, ask.reader, kind, ask.param('slug'));
  if (!found) return ask.notFound();
  if ('movedTo' in found) return ask.redirect(ask.to(sheetHref(kind, found.movedTo)), 301);
  const frame = await getFrame(ask.db, ask.reader, found);
  return ask.page(await draw({ ...frame, inside: await drawInside(ask, frame) }));
}
