import { translator } from '~/platform/i18n/index.ts';
import { readPageNumber } from '~/platform/http/page-number.ts';
import { get, post } from '~/platform/http/request.ts';
import { answerSheet, findSheet, type SheetAsk } from '~/sheets/index.ts';
import { hashCode, recordBallot, withdrawBallot } from './ballots.ts';
import { answerPoll } from './answer.tsx';
import { findElector, listElectorates } from './electorate.ts';
import { fieldOf, readBallot, type RefusedBallot } from './forms.ts';
import { messages } from './messages.ts';
import { PollsPage } from './pages/list.tsx';
import { paths } from './paths.ts';
import { getPoll, listPolls, pageSize } from './queries.ts';
import type { Poll } from './types.ts';

const t = (ask: SheetAsk) => translator(messages, ask.lang);
const cookieOf = (poll: Pick<Poll, 'id'>) => `bulletin-${poll.id}`;
const yearSeconds = 366 * 86_400;

/** The code that this browser holds, or that was typed. */
function findCode(ask: SheetAsk, poll: Pick<Poll, 'id'>, typed = ''): Buffer | null {
  const code = typed || ask.cookie(cookieOf(poll));
  return code ? hashCode(code) : null;
}

async function findSeen(ask: SheetAsk): Promise<Poll | undefined> {
  const sheet = await findSheet(ask.primary, ask.reader, 'poll', ask.param('slug'));
  return sheet && !('movedTo' in sheet) ? getPoll(ask.primary, sheet.id) : undefined;
}

export const routes = [
  get(paths.list, { who: 'everyone' }, async (ask: SheetAsk) => {
    const page = readPageNumber(ask.query('page'));
    const [found, electorates] = await Promise.all([listPolls(ask.db, ask.reader, page), listElectorates(ask.db, ask.reader, ask.lang)]);
    return ask.page(<PollsPage polls={found.slice(0, pageSize)} page={page} hasNext={found.length > pageSize} mayCreate={electorates.length > 0} mayName={electorates.some(([value]) => value === 'instance')} />);
  }),
  get(paths.show, { who: 'everyone' }, (ask: SheetAsk) => answerSheet(ask, 'poll', (frame) => answerPoll(ask, frame, (poll) => findCode(ask, poll)))),
  post(paths.ballot, { who: 'account' }, async (ask: SheetAsk) => {
    const poll = await findSeen(ask);
    const elector = poll && (await findElector(ask.primary, poll, ask.reader));
    if (!poll || !elector) return ask.notFound();
    const form = await ask.form();
    const code = findCode(ask, poll, form.text(fieldOf.code));
    const { ballot, error } = readBallot(poll, form);
    if (error) return refuse(ask, code, { error, ballot });
    const done = await ask.primary.transaction().execute((tx) => recordBallot(tx, poll.id, elector, ballot, ask.today, code));
    if ('refused' in done) return refuse(ask, code, { error: { code: done.refused, field: fieldOf.code }, ballot });
    if (done.code) ask.setCookie(cookieOf(poll), done.code, { maxAge: yearSeconds, sameSite: 'lax' });
    const sentence = done.code ? t(ask)('done.code', { code: done.code.replace(/(....)(?=.)/g, '$1-') }) : t(ask)('done.vote');
    return ask.done(paths.show.href({ slug: poll.slug }), sentence);
  }),
  post(paths.recast, { who: 'account' }, async (ask: SheetAsk) => {
    const poll = await findSeen(ask);
    if (!poll || !(await findElector(ask.primary, poll, ask.reader))) return ask.notFound();
    const typed = (await ask.form()).text(fieldOf.code).slice(0, 40);
    const known = await ask.primary.selectFrom('poll_ballots').select('id').where('poll_id', '=', poll.id).where('code_hash', '=', hashCode(typed)).executeTakeFirst();
    if (!known) return refuse(ask, null, { error: { code: 'code', field: fieldOf.code }, ballot: null });
    ask.setCookie(cookieOf(poll), typed, { maxAge: yearSeconds, sameSite: 'lax' });
    return ask.done(paths.show.href({ slug: poll.slug }), t(ask)('done.found'));
  }),
  post(paths.withdraw, { who: 'account' }, async (ask: SheetAsk) => {
    const poll = await findSeen(ask);
    const elector = poll && (await findElector(ask.primary, poll, ask.reader));
    if (!poll || !elector) return ask.notFound();
    const code = findCode(ask, poll);
    const done = await ask.primary.transaction().execute((tx) => withdrawBallot(tx, poll.id, elector, code));
    if (done !== 'withdrawn') return refuse(ask, code, { error: { code: done.refused, field: fieldOf.code }, ballot: null });
    ask.setCookie(cookieOf(poll), '', { maxAge: 0 });
    return ask.done(paths.show.href({ slug: poll.slug }), t(ask)('done.withdrawn'));
  }),
];

async function refuse(ask: SheetAsk, code: Buffer | null, refused: RefusedBallot): Promise<Response> {
  const response = await answerSheet(ask, 'poll', (frame) => answerPoll(ask, frame, () => code, refused));
  return new Response(response.body, { status: 422, headers: response.headers });
}
