import { post } from '~/platform/http/request.ts';
import type { SheetAsk } from '~/sheets/index.ts';
import { paths } from '../paths.ts';
import { recordDraft } from './commands.ts';
import { isFormAddress, parseVersion } from './rules.ts';

export const routes = [
  post(paths.drafts, { who: 'account', maxBytes: 200 * 1024 }, async (ask: SheetAsk) => {
    const form = await ask.form();
    const address = form.text('formulaire');
    if (!isFormAddress(address)) return ask.notFound();
    const { formulaire: _, ...values } = form.values;
    const kept = await recordDraft(ask.primary, ask.reader.account!.id, address, values, parseVersion(form.text('version')));
    return new Response(null, { status: kept ? 204 : 413 });
  }),
];
