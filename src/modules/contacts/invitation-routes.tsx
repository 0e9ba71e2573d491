import { readLink } from '~/modules/accounts/index.ts';
import { mayOrganise } from '~/modules/meetings/index.ts';
import { get, post } from '~/platform/http/request.ts';
import { isId } from '~/platform/db/index.ts';
import type { Body, SheetAsk } from '~/sheets/index.ts';
import { eraseMail } from './commands.ts';
import { isDay, type Fault } from './form.ts';
import { createInvitation, createReminders, recordAnswer } from './invitations/commands.ts';
import { countNew, findGuest, listGuests, listInvitations, listMeetings } from './invitations/queries.ts';
import { ofBody, pageAsked, say } from './list-routes.tsx';
import { AnswerPage, ErasePage, InvitationPage, InvitePage, SaidPage, type InvitePageProps, type InviteTyped } from './pages/invitation.tsx';
import { paths } from './paths.ts';
import { listLists } from './queries.ts';
import { answerPurpose, erasePurpose, longestWords, mostPeople } from './rules.ts';

async function drawInvite(ask: SheetAsk, body: Body, typed: InviteTyped, more: Pick<InvitePageProps, 'faults' | 'preview'> = {}): Promise<Response> {
  const [meetings, lists] = await Promise.all([listMeetings(ask.primary, ask.reader, body.id, ask.today), listLists(ask.primary, body.id)]);
  const meeting = meetings.find((one) => one.slug === typed.meeting)?.id ?? typed.meeting;
  return ask.page(<InvitePage meetings={meetings} lists={lists} typed={{ ...typed, meeting }} {...more} />, more.faults?.length ? { status: 422 } : {});
}

async function invite(ask: SheetAsk, body: Body): Promise<Response> {
  const form = await ask.form();
  const typed: InviteTyped = { meeting: form.text('rencontre'), lists: form.list('liste').filter(isId), words: form.text('mots'), replyBy: form.text('avant') };
  const meeting = (await listMeetings(ask.primary, ask.reader, body.id, ask.today)).find((one) => one.id === typed.meeting);
  const faults: Fault[] = [];
  if (!meeting || !(await mayOrganise(ask.primary, ask.reader, meeting.id))) faults.push('meeting');
  if (typed.lists.length === 0) faults.push('list');
  if (typed.words.length > longestWords) faults.push('words');
  if (typed.replyBy && (!isDay(typed.replyBy) || typed.replyBy < ask.today)) faults.push('replyBy');
  if (faults.length > 0 || !meeting) return drawInvite(ask, body, typed, { faults });
  const preview = await countNew(ask.primary, body.id, meeting.id, typed.lists);
  if (form.text('geste') !== 'envoyer' || preview.fresh === 0) return drawInvite(ask, body, typed, { preview: { ...preview, title: meeting.title } });
  const { id, added } = await ask.primary.transaction().execute((tx) =>
    createInvitation(tx, ask.actor, { meetingId: meeting.id, bodyId: body.id, listIds: typed.lists, words: typed.words, replyBy: typed.replyBy || null }));
  return added > 0 ? ask.done(paths.invitation.href({ id }), say(ask)('done.invited', { n: added })) : drawInvite(ask, body, typed, { preview: { ...preview, fresh: 0, title: meeting.title } });
}

const findByLink = async (ask: SheetAsk, purpose: string) => findGuest(ask.primary, (await readLink(ask.primary, purpose, ask.param('token'), ask.now))?.payload.g);
const gone = (ask: SheetAsk) => ask.page(<SaidPage title={say(ask)('title')} lede={say(ask)('reply.gone')} />, { status: 404 });

async function answer(ask: SheetAsk): Promise<Response> {
  const guest = await findByLink(ask, answerPurpose);
  if (!guest?.mail) return gone(ask);
  const form = await ask.form();
  const typed = { answer: form.text('reponse'), people: form.text('personnes'), name: form.text('nom') };
  const people = /^\d{1,2}$/.test(typed.people) ? Number(typed.people) : 0;
  const faults: Fault[] = [];
  if (typed.answer !== 'oui' && typed.answer !== 'non') faults.push('answer');
  if (typed.answer === 'oui' && (people < 1 || people > mostPeople)) faults.push('people');
  if (typed.answer === 'oui' && (!typed.name || typed.name.length > 200)) faults.push('guest');
  if (faults.length > 0 || guest.meeting.state === 'cancelled') return ask.page(<AnswerPage token={ask.param('token')} guest={guest} typed={typed} faults={faults} />, { status: 422 });
  const { origin, instanceName, now, today, lang } = ask;
  const reached = await ask.primary.transaction().execute((tx) => recordAnswer(tx, guest.id, { answer: typed.answer === 'oui' ? 'yes' : 'no', people, name: typed.name.slice(0, 200) }, { origin, instanceName, now, today, lang }));
  return reached ? ask.done(paths.answer.href({ token: ask.param('token') }), say(ask)(`reply.thanks.${reached}`)) : gone(ask);
}

export const invitationRoutes = [
  get(paths.invite, { who: 'member' }, ofBody((ask, body) => drawInvite(ask, body, { meeting: ask.query('rencontre') ?? '', lists: [ask.query('liste')].filter((id): id is string => id !== undefined && isId(id)), words: '', replyBy: '' }))),
  post(paths.invite, { who: 'member' }, ofBody(invite)),
  get(paths.invitation, { who: 'member' }, ofBody(async (ask, body) => {
    const [invitation] = await listInvitations(ask.primary, body.id, { id: ask.param('id') });
    const page = pageAsked(ask);
    return invitation ? ask.page(<InvitationPage invitation={invitation} guests={await listGuests(ask.primary, invitation.id, page)} page={page} />) : ask.notFound();
  })),
  post(paths.remind, { who: 'member' }, ofBody(async (ask, body) => {
    const id = ask.param('id');
    const [invitation] = await listInvitations(ask.primary, body.id, { id });
    if (!invitation) return ask.notFound();
    const n = await ask.primary.transaction().execute((tx) => createReminders(tx, ask.actor, body.id, id));
    return ask.done(paths.invitation.href({ id }), say(ask)('done.reminded', { n }));
  })),
  get(paths.answer, { who: 'everyone', cached: false }, async (ask: SheetAsk) => {
    const guest = await findByLink(ask, answerPurpose);
    if (!guest?.mail) return gone(ask);
    const given = guest.answer === 'yes' ? 'oui' : guest.answer === 'no' ? 'non' : '';
    return ask.page(<AnswerPage token={ask.param('token')} guest={guest} typed={{ answer: ask.query('reponse') ?? given, people: String(guest.people ?? 1), name: guest.name }} />);
  }),
  post(paths.answer, { who: 'everyone' }, answer),
  get(paths.erase, { who: 'everyone', cached: false }, async (ask: SheetAsk) => {
    const guest = await findByLink(ask, erasePurpose);
    return guest?.mail ? ask.page(<ErasePage token={ask.param('token')} body={guest.body} />) : gone(ask);
  }),
  // RFC 8058: the mail program posts from elsewhere, without cookie, and follows no redirection.
  post(paths.erase, { who: 'everyone', crossSite: true }, async (ask: SheetAsk) => {
    const guest = await findByLink(ask, erasePurpose);
    if (!guest?.mail) return gone(ask);
    await ask.primary.transaction().execute((tx) => eraseMail(tx, guest.bodyId, guest.mail!));
    return ask.page(<SaidPage title={say(ask)('erase.done.title')} lede={say(ask)('erase.done')} />);
  }),
];
