import { createToken, recordAttempt } from '~/modules/accounts/index.ts';
import { translator } from '~/platform/i18n/index.ts';
import { get, post } from '~/platform/http/request.ts';
import { findKindByGenre, findSheet, sheetHref, summaryColumns, toSummary, visibleTo, type SheetAsk, type SheetSummary } from '~/sheets/index.ts';
import { messages } from '../messages.ts';
import { paths } from '../paths.ts';
import { closeLive, digestVoter, openLive, recordAnswer } from './commands.ts';
import { AskPage, type TypedQuestion } from './pages/ask.tsx';
import { RoomPage, RoomsPage } from './pages/room.tsx';
import { findAnswer, findLive, mayAskRoom, readCode, type LivePoll } from './queries.ts';

const cookie = 'salle';
/** A whole room stands behind one address. */
const most = { most: 600, minutes: 15 };

/** Who answers: the account, or what this browser keeps where no account is asked. */
const voterOf = (ask: SheetAsk, live: LivePoll, kept = ask.cookie(cookie)) => {
  const who = ask.reader.account?.id ?? (live.anyone ? kept : undefined);
  return who ? digestVoter(live.id, who) : null;
};

async function drawRoom(ask: SheetAsk, live: LivePoll, error?: Parameters<typeof RoomPage>[0]['error'], typed?: readonly number[]) {
  const voter = voterOf(ask, live);
  const [answer, organises, row] = await Promise.all([
    voter && live.isOpen ? findAnswer(ask.primary, live.id, voter) : null,
    mayAskRoom(ask.primary, ask.reader, live.sheetId),
    ask.primary.selectFrom('sheets').select(summaryColumns).where('id', '=', live.sheetId).where(visibleTo(ask.reader)).executeTakeFirst(),
  ]);
  const sheet = row ? { href: sheetHref(row.kind, row.slug), title: toSummary(row).title } : null;
  return <RoomPage live={live} answer={answer} typed={typed} mayAnswer={live.anyone || ask.reader.account !== undefined} organises={organises} sheet={sheet} error={error} />;
}

async function findRoomSheet(ask: SheetAsk): Promise<SheetSummary | undefined> {
  const kind = findKindByGenre(ask.param('genre'))?.kind;
  if (kind !== 'event' && kind !== 'session') return undefined;
  const sheet = await findSheet(ask.primary, ask.reader, kind, ask.param('slug'));
  return sheet && !('movedTo' in sheet) && (await mayAskRoom(ask.primary, ask.reader, sheet.id)) ? sheet : undefined;
}

async function readQuestion(ask: SheetAsk): Promise<TypedQuestion & { lines: string[] }> {
  const form = await ask.form();
  const [question, options] = [form.text('question'), form.text('reponses')];
  const lines = [...new Set(options.split('\n').map((line) => line.trim()).filter(Boolean))];
  const errors: TypedQuestion['errors'][number][] = [];
  if (question === '' || question.length > 300) errors.push({ name: 'question', key: 'live.errorQuestion' });
  if (lines.length < 2 || lines.length > 12 || lines.some((line) => line.length > 120)) errors.push({ name: 'reponses', key: 'live.errorOptions' });
  return { question, options, lines, errors, several: form.text('plusieurs') !== '', anyone: form.text('sanscompte') !== '' };
}

export const routes = [
  get(paths.rooms, { who: 'everyone', cached: false }, async (ask: SheetAsk) => {
    const typed = ask.query('code');
    const live = typed ? await findLive(ask.primary, typed) : undefined;
    return live ? ask.redirect(ask.to(paths.room.href({ code: live.code }))) : ask.page(<RoomsPage wrong={typed !== undefined} typed={readCode(typed ?? '')} />);
  }),
  get(paths.room, { who: 'everyone', cached: false }, async (ask: SheetAsk) => {
    const live = await findLive(ask.primary, ask.param('code'));
    return live ? ask.page(await drawRoom(ask, live)) : ask.page(<RoomsPage wrong typed={readCode(ask.param('code'))} />, { status: 404 });
  }),
  post(paths.room, { who: 'everyone' }, async (ask: SheetAsk) => {
    const live = await findLive(ask.primary, ask.param('code'));
    if (!live || (!live.anyone && !ask.reader.account)) return ask.notFound();
    const asked = new Set((await ask.form()).list('reponse'));
    const choices = live.options.map(({ position }) => position).filter((position) => asked.has(String(position))).slice(0, live.several ? undefined : 1);
    if (choices.length === 0) return ask.page(await drawRoom(ask, live, 'live.errorChoose'), { status: 422 });
    if ((await recordAttempt(ask.primary, [{ name: 'live', of: `${live.id} ${ask.client}`, ...most }])) !== null) return ask.page(await drawRoom(ask, live, 'live.errorMany', choices), { status: 429 });
    const kept = ask.cookie(cookie) ?? createToken();
    const done = await ask.primary.transaction().execute((tx) => recordAnswer(tx, live, voterOf(ask, live, kept)!, choices));
    if (!done) return ask.page(await drawRoom(ask, (await findLive(ask.primary, live.code))!, 'live.errorOver'), { status: 422 });
    ask.setCookie(cookie, kept, { maxAge: 86_400, sameSite: 'lax' });
    return ask.redirect(ask.to(paths.room.href({ code: live.code })), 303);
  }),
  post(paths.closeRoom, { who: 'editor' }, async (ask: SheetAsk) => {
    const live = await findLive(ask.primary, ask.param('code'));
    if (!live || !(await mayAskRoom(ask.primary, ask.reader, live.sheetId))) return ask.notFound();
    await ask.primary.transaction().execute((tx) => closeLive(tx, ask.actor, live));
    return ask.done(paths.room.href({ code: live.code }), translator(messages, ask.lang)('live.closed'));
  }),
  get(paths.ask, { who: 'editor' }, async (ask: SheetAsk) => {
    const sheet = await findRoomSheet(ask);
    return sheet ? ask.page(<AskPage sheet={sheet} typed={{ question: '', options: '', several: false, anyone: true, errors: [] }} />) : ask.notFound();
  }),
  post(paths.ask, { who: 'editor' }, async (ask: SheetAsk) => {
    const sheet = await findRoomSheet(ask);
    if (!sheet) return ask.notFound();
    const typed = await readQuestion(ask);
    if (typed.errors.length > 0) return ask.page(<AskPage sheet={sheet} typed={typed} />, { status: 422 });
    const code = await ask.primary.transaction().execute((tx) => openLive(tx, ask.actor, { ...typed, options: typed.lines, sheetId: sheet.id }));
    return ask.redirect(ask.to(paths.room.href({ code })), 303);
  }),
];
