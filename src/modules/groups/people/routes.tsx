import { isId } from '~/platform/db/index.ts';
import { readPageNumber } from '~/platform/http/page-number.ts';
import { get, post } from '~/platform/http/request.ts';
import { translator } from '~/platform/i18n/index.ts';
import type { SheetAsk } from '~/sheets/index.ts';
import { withRoom } from '../entry.ts';
import { messages } from '../messages.ts';
import { paths } from '../paths.ts';
import { findStanding, mayInGroup } from '../policy.ts';
import { findGroup } from '../queries.ts';
import { appointChair, endChair, endMandatesIn } from './chair.ts';
import { joinGroup, leaveGroup } from './commands.ts';
import { findDoor } from './door.ts';
import { JoinPage } from './pages/join.tsx';
import { PeoplePage } from './pages/people.tsx';
import { listPeople, listRequests, pageSize } from './queries.ts';
import { answerRequest, requestEntry, withdrawRequest } from './requests.ts';

const say = (ask: SheetAsk, key: `done.${'joined' | 'requested' | 'accepted' | 'declined' | 'withdrawn' | 'left' | 'ended' | 'chair' | 'chairEnded'}`, values = {}) => translator(messages, ask.lang)(key, values);

/** The group and its door, for somebody who is not a member of it yet. */
async function findEntry(ask: SheetAsk) {
  const group = await findGroup(ask.primary, ask.reader, ask.param('slug'));
  const standing = group && (await findStanding(ask.primary, ask.reader, group.id));
  if (!group || (standing && standing !== 'guest')) return { group, door: null };
  return { group, door: await findDoor(ask.primary, ask.reader, group) };
}

const showJoin = async (ask: SheetAsk) => {
  const { group, door } = await findEntry(ask);
  if (group && !door && (await findStanding(ask.primary, ask.reader, group.id))) return ask.redirect(ask.to(paths.show.href({ slug: group.slug })));
  return group && door ? ask.page(<JoinPage group={group} door={door} />) : ask.notFound();
};

const join = async (ask: SheetAsk) => {
  const { group, door } = await findEntry(ask);
  if (!group || !door?.comers.length) return ask.notFound();
  const form = await ask.form();
  const typed = { body: form.text('pour') || (door.comers.length === 1 ? door.comers[0]!.body.id : ''), word: form.text('mot').slice(0, 1000) };
  const comer = door.comers.find(({ body }) => body.id === typed.body);
  if (!comer) return ask.page(<JoinPage group={group} door={door} typed={typed} errors={[{ name: 'pour', key: 'error.body' }]} />, { status: 422 });
  const joining = { accountId: ask.reader.account!.id, bodyId: comer.body.id };
  const refused = await ask.primary.transaction().execute(async (tx) =>
    comer.way === 'join' ? joinGroup(tx, ask.actor, { groupId: group.id, ...joining }) : requestEntry(tx, ask.actor, group, { ...joining, word: typed.word || null }));
  if (refused) return ask.page(<JoinPage group={group} door={door} typed={typed} errors={[{ name: 'mot', key: `error.${refused.refused}` }]} />, { status: 422 });
  return ask.done(paths.show.href({ slug: group.slug }), say(ask, comer.way === 'join' ? 'done.joined' : 'done.requested', { group: group.title }));
};

const showPeople = withRoom('read', async (ask, { group, standing }) => {
  const page = readPageNumber(ask.query('page'));
  const leads = mayInGroup('lead', standing);
  const [{ people, total }, requests] = await Promise.all([listPeople(ask.primary, ask.reader, group.id, page), leads ? listRequests(ask.primary, group.id) : []]);
  return ask.page(<PeoplePage {...{ group, standing, people, total, requests, page, pages: Math.ceil(total / pageSize) }} me={ask.reader.account!.id} />);
});

const answer = (outcome: 'accepted' | 'declined') =>
  withRoom('lead', async (ask, { group }) => {
    const id = ask.param('id');
    const word = (await ask.form()).text('mot').slice(0, 1000) || null;
    const done = isId(id) && (await ask.primary.transaction().execute((tx) => answerRequest(tx, ask.actor, group, id, outcome, word)));
    return done ? ask.done(paths.people.href({ slug: group.slug }), say(ask, `done.${outcome}`)) : ask.notFound();
  });

const leave = withRoom('read', async (ask, { group }) => {
  const { id } = ask.reader.account!;
  const withBody = (await ask.form()).text('avec-ma-structure') !== '';
  const left = await ask.primary.transaction().execute(async (tx) => {
    const ended = await endMandatesIn(tx, ask.actor, group.id, id);
    return (await leaveGroup(tx, ask.actor, group.id, id, withBody)) || ended;
  });
  return left ? ask.done(paths.list.href({}), say(ask, 'done.left', { group: group.title })) : ask.notFound();
});

/** Whoever leads ends a place; a chair's, only whoever appoints. */
const endPlace = withRoom('lead', async (ask, { group, standing }) => {
  const account = ask.param('account');
  const { people } = isId(account) ? await listPeople(ask.primary, ask.reader, group.id, 1, account) : { people: [] };
  const [person] = people;
  if (!person || (person.chairId && !mayInGroup('appoint', standing))) return ask.notFound();
  await ask.primary.transaction().execute(async (tx) => {
    await endMandatesIn(tx, ask.actor, group.id, account);
    await leaveGroup(tx, ask.actor, group.id, account);
  });
  return ask.done(paths.people.href({ slug: group.slug }), say(ask, 'done.ended'));
});

const appoint = withRoom('appoint', async (ask, { group }) => {
  const account = (await ask.form()).text('compte');
  const done = isId(account) && (await ask.primary.transaction().execute((tx) => appointChair(tx, ask.actor, group, account)));
  return done ? ask.done(paths.people.href({ slug: group.slug }), say(ask, 'done.chair')) : ask.notFound();
});

const unappoint = withRoom('appoint', async (ask, { group }) => {
  const id = ask.param('mandate');
  const done = isId(id) && (await ask.primary.transaction().execute((tx) => endChair(tx, ask.actor, group.id, id)));
  return done ? ask.done(paths.people.href({ slug: group.slug }), say(ask, 'done.chairEnded')) : ask.notFound();
});

const takeBack = async (ask: SheetAsk) => {
  const group = await findGroup(ask.primary, ask.reader, ask.param('slug'));
  const id = ask.param('id');
  const done = group && isId(id) && (await ask.primary.transaction().execute((tx) => withdrawRequest(tx, ask.actor, group.id, id)));
  return group && done ? ask.done(paths.show.href({ slug: group.slug }), say(ask, 'done.withdrawn')) : ask.notFound();
};

export const peopleRoutes = [
  get(paths.join, { who: 'account' }, showJoin),
  post(paths.join, { who: 'account' }, join),
  post(paths.leave, { who: 'account' }, leave),
  get(paths.people, { who: 'account' }, showPeople),
  post(paths.endPlace, { who: 'account' }, endPlace),
  post(paths.chair, { who: 'account' }, appoint),
  post(paths.endChair, { who: 'account' }, unappoint),
  post(paths.acceptRequest, { who: 'account' }, answer('accepted')),
  post(paths.declineRequest, { who: 'account' }, answer('declined')),
  post(paths.withdrawRequest, { who: 'account' }, takeBack),
];
