import { isId } from '~/platform/db/index.ts';
import { get, post } from '~/platform/http/request.ts';
import { translator } from '~/platform/i18n/index.ts';
import { answerSheet, attempt, findRight, findSheet, isRefusal, type SheetAsk, type SheetSummary } from '~/sheets/index.ts';
import { answerJoin, joinVisit, listSpeakers, withdrawRequest } from './commands.ts';
import { messages } from './messages.ts';
import { VisitsPage } from './pages/list.tsx';
import { VisitPage } from './pages/visit.tsx';
import { paths } from './paths.ts';
import { getVisit, listJoins, listVisits, type VisitDetail } from './queries.ts';
import { isJoinable } from './rules.ts';

const words = (ask: SheetAsk) => translator(messages, ask.lang);

async function find(ask: SheetAsk): Promise<SheetSummary | undefined> {
  const found = await findSheet(ask.primary, ask.reader, 'visit', ask.param('slug'));
  return found && !('movedTo' in found) ? found : undefined;
}

/** Others may come along, and somebody would read that they ask. */
async function isOpen(ask: SheetAsk, sheet: SheetSummary, { places, ownerId }: VisitDetail): Promise<boolean> {
  return ownerId !== null && isJoinable({ ...sheet, places }, ask.today) && (await listSpeakers(ask.db, ownerId)).length > 0;
}

export const routes = [
  get(paths.list, { who: 'everyone' }, async (ask: SheetAsk) => ask.page(<VisitsPage visits={await listVisits(ask.db, ask.reader)} reader={ask.reader} />)),
  get(paths.show, { who: 'everyone' }, (ask: SheetAsk) =>
    answerSheet(ask, 'visit', async (frame) => {
      const body = ask.reader.kind === 'member' ? ask.reader.acting?.body : undefined;
      const isOurs = frame.right !== null && frame.right !== 'partner';
      const [visit, joins] = await Promise.all([getVisit(ask.db, frame.sheet.id), body ? listJoins(ask.db, frame.sheet.id, isOurs ? null : body.id, ask.reader.account!.id) : []]);
      return <VisitPage frame={frame} visit={visit} joins={joins} isOurs={isOurs} mayJoin={Boolean(body) && !isOurs && (await isOpen(ask, frame.sheet, visit))} />;
    }),
  ),
  post(paths.join, { who: 'member' }, async (ask: SheetAsk) => {
    const [sheet, body] = [await find(ask), ask.reader.acting?.body];
    if (!sheet || !body) return ask.notFound();
    const { ownerId } = await getVisit(ask.primary, sheet.id);
    const text = (await ask.form()).text('mot').slice(0, 2000) || words(ask)('join.default', { body: body.title, title: sheet.title });
    const done = ownerId ? await attempt(ask.primary, (tx) => joinVisit(tx, { ...ask.actor, onBehalfOf: body.id }, { id: sheet.id, title: sheet.title, ownerId }, text, ask.today)) : { refused: 'join.closed' };
    return isRefusal(done) ? ask.done(paths.show.href({ slug: sheet.slug }), words(ask)(done.refused as 'join.closed')) : ask.done(done.conversation, words(ask)('join.done'));
  }),
  post(paths.answer, { who: 'editor' }, async (ask: SheetAsk) => {
    const sheet = await find(ask);
    const right = sheet && (await findRight(ask.primary, ask.reader, sheet.id));
    const answer = (await ask.form()).text('reponse');
    if (!sheet || !right || right === 'partner' || !isId(ask.param('id')) || (answer !== 'accepted' && answer !== 'declined')) return ask.notFound();
    const done = await attempt(ask.primary, (tx) => answerJoin(tx, ask.actor, sheet, ask.param('id'), answer));
    return ask.done(`${paths.show.href({ slug: sheet.slug })}#demandes`, words(ask)(isRefusal(done) ? 'join.answered' : `join.${answer}.done`));
  }),
  post(paths.withdraw, { who: 'editor' }, async (ask: SheetAsk) => {
    const sheet = await find(ask);
    if (!sheet || (await findRight(ask.primary, ask.reader, sheet.id)) !== 'partner') return ask.notFound();
    const done = await attempt(ask.primary, (tx) => withdrawRequest(tx, ask.actor, sheet.id));
    return ask.done(paths.show.href({ slug: sheet.slug }), words(ask)(isRefusal(done) ? 'join.answered' : 'withdraw.done'));
  }),
];
