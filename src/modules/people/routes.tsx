import { translator } from '~/platform/i18n/index.ts';
import { get, post } from '~/platform/http/request.ts';
import { findBody, recordAccess, type SheetAsk } from '~/sheets/index.ts';
import { addFunction, closeFunction, removeFunction, updateCard } from './card-commands.ts';
import { findCard, findPersonOf, getOwnCard } from './card-queries.ts';
import { readDirectoryQuestion, searchDirectory } from './directory.ts';
import { readCardForm, readFunctionForm, readTyped, todayAsDate, type CardRefusal, type FunctionRefusal, type Refusals } from './forms.ts';
import { messages } from './messages.ts';
import { CardPage } from './pages/card.tsx';
import { DirectoryPage } from './pages/directory.tsx';
import { OwnCardPage } from './pages/own-card.tsx';
import { PreviewPage } from './pages/preview.tsx';
import { paths } from './paths.ts';
import { maySay } from './rules.ts';

const say = (ask: SheetAsk) => translator(messages, ask.lang);

async function answerOwnCard(ask: SheetAsk, refused: Refusals<CardRefusal | FunctionRefusal> = [], form?: 'card' | 'function'): Promise<Response> {
  const card = await getOwnCard(ask.primary, ask.reader);
  const typed = form ? (await ask.form()).values : undefined;
  return ask.page(<OwnCardPage card={card} mandates={ask.reader.mandates ?? []} refused={refused} form={form} typed={typed} />, { status: refused.length ? 422 : 200 });
}

/** The authority or organisation that this person speaks for: it may open a project with another. */
function findSpeaker({ reader: { acting } }: SheetAsk): string | null {
  const speaks = acting !== undefined && ['agent', 'elected', 'project-holder'].includes(acting.role) && ['territory', 'organisation'].includes(acting.body?.kind ?? '');
  return speaks ? acting.body!.slug : null;
}

export const routes = [
  get(paths.list, { who: 'everyone' }, async (ask: SheetAsk) => {
    const question = readDirectoryQuestion(ask.query);
    return ask.page(<DirectoryPage answer={await searchDirectory(ask.db, ask.reader, question)} question={question} member={ask.reader.kind === 'member'} />);
  }),
  get(paths.show, { who: 'member' }, async (ask: SheetAsk) => {
    const card = await findCard(ask.db, ask.reader, ask.param('id'), 'members');
    if (!card) return ask.notFound();
    const own = (await findPersonOf(ask.db, ask.reader.account!.id)) === card.id;
    if (!own && (card.mail ?? card.phone)) await recordAccess(ask.primary, ask.actor, { personId: card.id }, 'card');
    return ask.page(<CardPage card={card} own={own} acting={findSpeaker(ask)} />);
  }),
  get(paths.card, { who: 'account' }, (ask: SheetAsk) => answerOwnCard(ask)),
  get(paths.preview, { who: 'account' }, async (ask: SheetAsk) => {
    const id = await findPersonOf(ask.db, ask.reader.account!.id);
    const seen = (audience: 'members' | 'public') => (id ? findCard(ask.db, ask.reader, id, audience) : undefined);
    return ask.page(<PreviewPage members={await seen('members')} everybody={await seen('public')} />);
  }),
  post(paths.card, { who: 'account' }, async (ask: SheetAsk) => {
    const { input, refused } = readCardForm(await ask.form());
    if (refused.length) return answerOwnCard(ask, refused, 'card');
    const at = new Date(ask.now).toISOString();
    await ask.primary.transaction().execute((tx) => updateCard(tx, ask.actor, ask.reader.account!.id, input, at));
    return ask.done(paths.card.href({}), say(ask)('own.done'));
  }),
  post(paths.addFunction, { who: 'account' }, async (ask: SheetAsk) => {
    const { input, refused } = readFunctionForm(await ask.form());
    const found = input.body ? await findBody(ask.db, ask.reader, input.body) : undefined;
    const bodyId = found?.id ?? null;
    const mandates = (ask.reader.mandates ?? []).map((one) => ({ role: one.role, bodyId: one.body?.id ?? null }));
    if (input.standing && !maySay(input.standing, bodyId, mandates)) refused.push({ name: 'qualite', code: 'standing.elected' });
    const personId = await findPersonOf(ask.primary, ask.reader.account!.id);
    if (!personId) return ask.notFound();
    if (refused.length || !input.standing) return answerOwnCard(ask, refused, 'function');
    const held = { ...input, standing: input.standing, bodyId, body: found?.title ?? (input.body || null) };
    await ask.primary.transaction().execute((tx) => addFunction(tx, ask.actor, personId, held, ask.today));
    return ask.done(paths.card.href({}), say(ask)('own.function.done'));
  }),
  post(paths.endFunction, { who: 'account' }, async (ask: SheetAsk) => {
    const personId = await findPersonOf(ask.primary, ask.reader.account!.id);
    const until = readTyped((await ask.form()).text('fin'));
    if (until === null) return answerOwnCard(ask, [{ name: `fin-${ask.param('id')}`, code: 'date.wrong' }], 'function');
    const closed = personId && (await ask.primary.transaction().execute((tx) => closeFunction(tx, ask.actor, personId, ask.param('id'), until ?? todayAsDate(ask.today))));
    return closed ? ask.done(paths.card.href({}), say(ask)('own.ended.done')) : ask.notFound();
  }),
  post(paths.removeFunction, { who: 'account' }, async (ask: SheetAsk) => {
    const personId = await findPersonOf(ask.primary, ask.reader.account!.id);
    const removed = personId && (await ask.primary.transaction().execute((tx) => removeFunction(tx, ask.actor, personId, ask.param('id'))));
    return removed ? ask.done(paths.card.href({}), say(ask)('own.removed.done')) : ask.notFound();
  }),
];
