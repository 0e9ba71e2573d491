import { get, post } from '~/platform/http/request.ts';
import { translator } from '~/platform/i18n/index.ts';
import type { SheetAsk } from '~/sheets/index.ts';
import { messages } from '../messages.ts';
import { paths } from '../paths.ts';
import { updateWindow } from './commands.ts';
import { CrossingsPage } from './pages/crossings.tsx';
import { findWindow, listCrossings } from './queries.ts';
import { windows } from './rules.ts';

export const routes = [
  get(paths.crossings, { who: 'member' }, async (ask: SheetAsk) => {
    const body = ask.reader.acting?.body;
    if (!body) return ask.notFound();
    const [weeks, crossings] = await Promise.all([findWindow(ask.primary, body.id), listCrossings(ask.primary, ask.reader, body.id, ask.today)]);
    return ask.page(<CrossingsPage body={body.title} weeks={weeks} crossings={crossings} />);
  }),
  post(paths.crossings, { who: 'member' }, async (ask: SheetAsk) => {
    const body = ask.reader.acting?.body;
    const chosen = (await ask.form()).text('semaines');
    if (!body || !(chosen === 'non' || windows.includes(Number(chosen)))) return ask.notFound();
    const weeks = chosen === 'non' ? null : Number(chosen);
    await ask.primary.transaction().execute((tx) => updateWindow(tx, { ...ask.actor, onBehalfOf: body.id }, weeks));
    const t = translator(messages, ask.lang);
    return ask.done(paths.crossings.href({}), weeks === null ? t('crossings.off', { body: body.title }) : t('crossings.on', { n: weeks, body: body.title }));
  }),
];
