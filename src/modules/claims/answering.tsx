import { get, post } from '~/platform/http/request.ts';
import { translator } from '~/platform/i18n/index.ts';
import { commonPaths, getKind, recordAccess, type SheetAsk } from '~/sheets/index.ts';
import { addArea, listAreas, listLargeScales, removeArea } from './areas.ts';
import { addObjection, chooseGranted, withdrawClaim } from './commands.ts';
import { decideOn } from './decision.ts';
import { getAuthority } from './finder.ts';
import { messages } from './messages.ts';
import { listJoined } from './missing.ts';
import { ClaimPage } from './pages/claim.tsx';
import { QueuePage } from './pages/queue.tsx';
import { paths } from './paths.ts';
import { listHeld } from './proofs.ts';
import { findClaim, findSeat, getPerson, listAnswered, listNetworks, listObjections, listToAnswer, type Claim, type Seat } from './queries.ts';

export const routes = [
  get(paths.queue, { who: 'animator' }, async (ask: SheetAsk) => {
    const administers = ask.reader.acting?.role === 'administrator';
    const [toAnswer, answered, areas, networks, places] = await Promise.all([
      listToAnswer(ask.db, ask.reader), listAnswered(ask.db, ask.reader), listAreas(ask.db),
      administers ? listNetworks(ask.db) : [], administers ? listLargeScales(ask.db) : [],
    ]);
    return ask.page(<QueuePage {...{ toAnswer, answered, areas, networks, places, administers }} body={ask.reader.acting?.body ?? null} />);
  }),
  post(paths.areas, { who: 'administrator' }, async (ask: SheetAsk) => {
    const form = await ask.form();
    const [network, place, uuid] = [form.text('reseau'), form.text('territoire'), /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i];
    const change = form.text('retirer') ? removeArea : addArea;
    const changed = uuid.test(network) && uuid.test(place) && (await ask.primary.transaction().execute((tx) => change(tx, ask.actor, network, place)));
    return ask.done(paths.queue.href({}), translator(messages, ask.lang)(changed ? 'areas.done' : 'areas.same'));
  }),
  get(paths.show, { who: 'account' }, (ask: SheetAsk) => withClaim(ask, [], (claim, seat) => draw(ask, claim, seat))),
  post(paths.decision, { who: 'animator' }, (ask: SheetAsk) =>
    withClaim(ask, ['reviewer'], async (claim, seat) => {
      const form = await ask.form();
      const answer = await ask.primary.transaction().execute((tx) => decideOn(tx, ask, claim.id, form));
      if ('error' in answer) return draw(ask, claim, seat, { ...answer, typed: { decision: form.text('decision'), motif: form.text('motif') } });
      return ask.done(paths.queue.href({}), translator(messages, ask.lang)(answer.done, { name: claim.title }));
    })),
  post(paths.withdrawal, { who: 'account' }, (ask: SheetAsk) =>
    withClaim(ask, ['author'], async (claim) => {
      if (claim.state !== 'requested' && claim.state !== 'granted') return ask.notFound();
      await ask.primary.transaction().execute((tx) => withdrawClaim(tx, ask.actor, claim));
      return ask.done(paths.find.href({}), translator(messages, ask.lang)('done.withdrawn', { name: claim.title }));
    })),
  post(paths.filling, { who: 'account' }, (ask: SheetAsk) =>
    withClaim(ask, ['author'], async (claim) => {
      const chosen = claim.state === 'granted' && claim.slug && (await ask.primary.transaction().execute((tx) => chooseGranted(tx, ask.reader.account!.sessionId, claim)));
      return chosen ? ask.redirect(ask.to(commonPaths.edit.href({ genre: getKind('territory').genre, slug: claim.slug! })), 303) : ask.notFound();
    })),
  post(paths.objection, { who: 'account' }, (ask: SheetAsk) =>
    withClaim(ask, ['keeper'], async (claim, seat) => {
      const reason = (await ask.form()).text('motif').slice(0, 1000);
      if (reason.length < 10) return draw(ask, claim, seat, { error: 'error.objection', field: 'motif', typed: { motif: reason } });
      await ask.primary.transaction().execute((tx) => addObjection(tx, ask.actor, claim.id, ask.reader.account!.id, reason));
      return ask.done(paths.show.href({ id: claim.id }), translator(messages, ask.lang)('done.objected'));
    })),
];

/** What one has no part in does not exist. */
async function withClaim(ask: SheetAsk, seats: readonly Seat[], answer: (claim: Claim, seat: Seat) => Promise<Response> | Response): Promise<Response> {
  const claim = await findClaim(ask.primary, ask.param('id'));
  const seat = claim && (await findSeat(ask.primary, ask.reader, claim));
  return claim && seat && (!seats.length || seats.includes(seat)) ? answer(claim, seat) : ask.notFound();
}

async function draw(ask: SheetAsk, claim: Claim, seat: Seat, refused?: { error: string; field: string; typed: Record<string, string> }) {
  const answers = seat === 'reviewer';
  const [person, held, authority, objections, joined, areas, places] = await Promise.all([
    answers ? getPerson(ask.db, claim.accountId) : undefined,
    answers && claim.sheetId ? listHeld(ask.db, claim.accountId, claim.sheetId) : undefined,
    claim.sheetId ? getAuthority(ask.db, ask.reader, claim.sheetId, ask.today) : undefined,
    answers ? listObjections(ask.db, claim.id) : [],
    claim.missing ? listJoined(ask.db, claim.missing) : [],
    answers ? listAreas(ask.db) : [],
    claim.missing ? listLargeScales(ask.db) : [],
  ]);
  if (answers) await recordAccess(ask.primary, ask.actor, { accountId: claim.accountId }, 'roles');
  const network = answers && ask.reader.acting?.role === 'animator' ? ask.reader.acting.body : null;
  return ask.page(<ClaimPage {...{ claim, seat, person, held, authority, objections, joined, areas, places, network, refused }} />, { status: refused ? 422 : 200 });
}
