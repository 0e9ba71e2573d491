import { get, post } from '~/platform/http/request.ts';
import { translator } from '~/platform/i18n/index.ts';
import { findSheet, sheetHref, type SheetAsk, type SheetSummary } from '~/sheets/index.ts';
import type { FormError } from '~/ui/index.ts';
import { messages } from '../messages.ts';
import { paths } from '../paths.ts';
import { updateAims } from './commands.ts';
import { AimsForm, type AimsTyped } from './pages/form.tsx';
import { listAims } from './queries.ts';
import { maySetAims } from './rules.ts';

async function find(ask: SheetAsk): Promise<SheetSummary | undefined> {
  const found = await findSheet(ask.primary, ask.reader, 'network', ask.param('slug'));
  return found && !('movedTo' in found) && maySetAims(ask.reader, found.id) ? found : undefined;
}

export const routes = [
  get(paths.aims, { who: 'animator' }, async (ask: SheetAsk) => {
    const network = await find(ask);
    if (!network) return ask.notFound();
    const year = ask.today.slice(0, 4);
    const [aims] = await listAims(ask.primary, ask.reader, Number(year), network.id);
    const typed: AimsTyped = { annee: year, webinaires: String(aims?.low ?? ''), webinaires_au_plus: String(aims?.high ?? ''), reunions: String(aims?.physical ?? '') };
    return ask.page(<AimsForm network={network} typed={typed} errors={[]} />);
  }),
  post(paths.aims, { who: 'animator' }, async (ask: SheetAsk) => {
    const network = await find(ask);
    if (!network) return ask.notFound();
    const form = await ask.form();
    const typed: AimsTyped = { annee: form.text('annee'), webinaires: form.text('webinaires'), webinaires_au_plus: form.text('webinaires_au_plus'), reunions: form.text('reunions') };
    const count = (text: string) => (/^\d{1,4}$/.test(text) ? Number(text) : Number.NaN);
    const input = { networkId: network.id, year: count(typed.annee), low: count(typed.webinaires), high: count(typed.webinaires_au_plus || typed.webinaires), physical: count(typed.reunions) };
    const done = await ask.primary.transaction().execute((tx) => updateAims(tx, ask.actor, input));
    const t = translator(messages, ask.lang);
    if (done === 'updated') return ask.done(`${sheetHref('network', network.slug)}#objectifs`, t('aims.done'));
    const errors: FormError[] = [{ name: done.field, message: t(`aims.refused.${done.refused}`) }];
    return ask.page(<AimsForm network={network} typed={typed} errors={errors} />, { status: 422 });
  }),
];
