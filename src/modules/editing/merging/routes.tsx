import { get, post } from '~/platform/http/request.ts';
import { translator } from '~/platform/i18n/index.ts';
import { findSheet, mergeSheets, sheetHref, type SheetAsk, type SheetSummary } from '~/sheets/index.ts';
import type { FormError } from '~/ui/index.ts';
import { findHeld, type Held } from '../forms/desk.ts';
import { messages } from '../messages.ts';
import { paths } from '../paths.ts';
import { MergePage } from './pages/merge.tsx';
import { getTwin, listOthers, mayMerge } from './queries.ts';

async function findHere(ask: SheetAsk): Promise<Held | undefined> {
  const held = await findHeld(ask);
  return held?.right === 'animator' || held?.right === 'administrator' ? held : undefined;
}

async function findOther(ask: SheetAsk, { sheet }: Held, slug: string): Promise<SheetSummary | undefined> {
  const found = slug ? await findSheet(ask.primary, ask.reader, sheet.kind, slug) : undefined;
  return found && !('movedTo' in found) && found.id !== sheet.id ? found : undefined;
}

async function draw(ask: SheetAsk, { spec, sheet }: Held, other: SheetSummary | undefined, errors: FormError[] = []): Promise<Response> {
  const words = ask.query('q') ?? '';
  const twins = other && (await Promise.all([getTwin(ask.primary, sheet), getTwin(ask.primary, other)]));
  const isKept = twins !== undefined && !(await mayMerge(ask.primary, ask.reader, other!, twins[1]));
  const found = words && !other ? await listOthers(ask.primary, ask.reader, sheet, words) : undefined;
  return ask.page(<MergePage genre={spec.genre} sheet={sheet} other={other} twins={twins} isKept={isKept} words={words} found={found} errors={errors} />, { status: errors.length ? 422 : 200 });
}

export const routes = [
  get(paths.merge, { who: 'animator' }, async (ask: SheetAsk) => {
    const held = await findHere(ask);
    return held ? draw(ask, held, await findOther(ask, held, ask.query('autre') ?? '')) : ask.notFound();
  }),
  post(paths.merge, { who: 'animator' }, async (ask: SheetAsk) => {
    const held = await findHere(ask);
    const form = await ask.form();
    const other = held && (await findOther(ask, held, form.text('autre')));
    if (!held || !other || !(await mayMerge(ask.primary, ask.reader, other, await getTwin(ask.primary, other)))) return ask.notFound();
    const t = translator(messages, ask.lang);
    const kept = form.text('reste');
    const stays = kept === 'ici' ? held.sheet : kept === 'autre' ? other : undefined;
    const errors = [...(stays ? [] : [{ name: 'reste', message: t('merge.stays.needed') }]), ...(form.text('meme') ? [] : [{ name: 'meme', message: t('merge.confirm.needed') }])];
    if (!stays || errors.length) return draw(ask, held, other, errors);
    const goes = stays === other ? held.sheet : other;
    await ask.primary.transaction().execute((tx) => mergeSheets(tx, ask.actor, goes.id, stays.id));
    return ask.done(sheetHref(stays.kind, stays.slug), t('merge.done'));
  }),
];
