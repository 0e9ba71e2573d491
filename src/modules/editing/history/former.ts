import { translator } from '~/platform/i18n/index.ts';
import { fromTold, type SheetAsk, type Values } from '~/sheets/index.ts';
import type { Desk } from '../forms/desk.ts';
import { messages } from '../messages.ts';
import { formatMoment } from '../moment.ts';
import { listChangesSince } from './queries.ts';

/**
 * `avant` is an event: the form is filled with what the sheet held before it, or with one field of it (`champ`). The
 * person reads it and sends it, as any correction.
 */
export async function findFormer(ask: SheetAsk, desk: Desk): Promise<{ values: Values; note: string } | undefined> {
  const event = ask.query('avant');
  const only = ask.query('champ');
  if (!event || !desk.sheet) return undefined;
  const changes = await listChangesSince(ask.primary, desk.sheet.id, event);
  const last = changes.at(-1);
  if (!last) return undefined;
  const t = translator(messages, ask.lang);
  const allowed = desk.fields.map(({ name }) => name).filter((name) => !only || name === only);
  const steps = only ? [last] : changes;
  const values: Record<string, string[]> = {};
  for (const step of steps) for (const name of allowed) if (name in step.changes) values[name] = fromTold(step.changes[name]![0]);
  return { values, note: t('former.note', { when: formatMoment(ask.lang, last.at) }) };
}
