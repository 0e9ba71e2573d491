import { get, post } from '~/platform/http/request.ts';
import { checkGuard, openGuard } from '~/sheets/guard/index.ts';
import type { SheetAsk } from '~/sheets/index.ts';
import { createFeedback } from './commands.ts';
import { followUp } from './follow-up.tsx';
import { emptyForm, readFeedback } from './form.ts';
import { ThanksPage } from './pages/thanks.tsx';
import { WritePage } from './pages/write.tsx';
import { paths } from './paths.ts';
import { findSheetAt } from './queries.ts';
import { readPage } from './rules.ts';

/** Many people of one town hall share one network. */
const paces = [{ most: 10, minutes: 60 }, { most: 40, minutes: 1440 }];

export const routes = [
  get(paths.form, { who: 'everyone', cached: false }, async (ask: SheetAsk) => {
    const typed = emptyForm(ask.query('page') ?? '/', ask.reader.account?.mail);
    return ask.page(<WritePage typed={typed} sheet={await findSheetAt(ask.db, ask.reader, typed.page)} stamp={await openGuard(ask)} />);
  }),
  post(paths.form, { who: 'everyone' }, async (ask: SheetAsk) => {
    const form = await ask.form();
    const { typed, faults, kind, mail } = readFeedback(form);
    const sheet = await findSheetAt(ask.primary, ask.reader, typed.page);
    // Somebody who corrects an address is not counted twice.
    if (faults.length > 0) return ask.page(<WritePage typed={typed} sheet={sheet} stamp={form.text('marque') || (await openGuard(ask))} faults={faults} />, { status: 422 });
    const { refused, stamp } = await checkGuard(ask, form, 'feedback', paces);
    if (refused) return ask.page(<WritePage typed={typed} sheet={sheet} stamp={stamp} refused={refused} />, { status: refused === 'often' ? 429 : 422 });
    await ask.primary.transaction().execute((tx) => createFeedback(tx, { page: typed.page, sheetId: sheet?.id ?? null, lang: ask.lang, kind, text: typed.text, mail }, ask.now));
    return ask.redirect(ask.to(paths.thanks.href({}, { page: typed.page, reponse: mail ? 'oui' : undefined })));
  }),
  get(paths.thanks, { who: 'everyone', cached: false }, (ask: SheetAsk) =>
    ask.page(<ThanksPage page={readPage(ask.query('page') ?? '/')} reply={ask.query('reponse') === 'oui'} />)),
  ...followUp,
];
