import { parseMail } from '~/modules/accounts/index.ts';
import { isId } from '~/platform/db/index.ts';
import { get, post } from '~/platform/http/request.ts';
import { translator } from '~/platform/i18n/index.ts';
import { attempt, findSheet, isRefusal, sheetHref, toFormError, type FieldSpec, type SheetAsk, type SheetSummary, type Values } from '~/sheets/index.ts';
import type { FormError } from '~/ui/index.ts';
import { aroundOf } from '../registration/found.ts';
import { isClosedState } from '../registration/rules.ts';
import { inviteExpert, withdrawExpert } from './expert-commands.ts';
import { expertFields, volunteerFields } from './fields.ts';
import { readFields, showFields } from './form.ts';
import { messages } from './messages.ts';
import { ExpertsPage, VolunteerPage } from './pages/experts.tsx';
import { paths } from './paths.ts';
import { findOrganised, findVolunteering, listExperts, type Organised } from './queries.ts';
import { mayOrganise, mayOrganiseSession } from './rights.ts';
import { acceptVolunteer, addVolunteer, declineVolunteer } from './volunteer-commands.ts';

const say = (ask: SheetAsk) => translator(messages, ask.lang);

const fieldsFor = ({ sessions }: Organised): FieldSpec[] =>
  expertFields.map((field) => (field.name === 'seance' ? { ...field, choices: async () => sessions.map((one) => [one.id, one.title] as const) } : field));

async function drawExperts(ask: SheetAsk, found: Organised, values: Values = {}, errors: readonly FormError[] = []): Promise<Response> {
  const [shown, experts] = await Promise.all([showFields(ask, fieldsFor(found), values, errors), listExperts(ask.primary, found.sheet.id)]);
  return ask.page(<ExpertsPage sheet={found.sheet} experts={experts} shown={shown} />, { status: errors.length ? 422 : 200 });
}

async function saveExpert(ask: SheetAsk): Promise<Response> {
  const found = await findOrganised(ask);
  if (!found) return ask.notFound();
  const { values, errors, input } = await readFields(ask, fieldsFor(found));
  if (errors.length) return drawExperts(ask, found, values, errors);
  const mail = parseMail(input.text('courriel')!) ?? input.text('courriel')!;
  const expert = { mail, name: input.text('nom'), function: input.text('fonction')!, sessionId: input.text('seance'), words: input.text('mot'), lang: ask.lang, host: ask.reader.acting?.body?.title ?? ask.instanceName };
  const answer = await attempt(ask.primary, (tx) => inviteExpert(tx, ask.actor, found.sheet.id, expert, aroundOf(ask)));
  if (isRefusal(answer)) return drawExperts(ask, found, values, [toFormError(answer, messages, ask.lang)]);
  return ask.done(paths.experts.href({ slug: found.sheet.slug }), say(ask)('experts.done'));
}

interface Wanted {
  meeting: SheetSummary;
  session?: SheetSummary;
  action: string;
}

/** A meeting to come, or one of its sessions, for a member who does not organise it already. */
async function findWanted(ask: SheetAsk, kind: 'event' | 'session'): Promise<Wanted | undefined> {
  const sheet = await findSheet(ask.primary, ask.reader, kind, ask.param('slug'));
  if (!sheet || 'movedTo' in sheet || isClosedState(sheet.state)) return undefined;
  if (kind === 'event') return (await mayOrganise(ask.primary, ask.reader, sheet.id)) ? undefined : { meeting: sheet, action: paths.volunteer.href({ slug: sheet.slug }) };
  const { slug } = await ask.primary.selectFrom('meeting_sessions').innerJoin('sheets', 'sheets.id', 'meeting_id').select('slug').where('meeting_sessions.sheet_id', '=', sheet.id).executeTakeFirstOrThrow();
  const meeting = await findSheet(ask.primary, ask.reader, 'event', slug);
  if (!meeting || 'movedTo' in meeting || isClosedState(meeting.state) || (await mayOrganiseSession(ask.primary, ask.reader, { id: sheet.id, meetingId: meeting.id }))) return undefined;
  return { meeting, session: sheet, action: paths.volunteerSession.href({ slug: sheet.slug }) };
}

const show = (kind: 'event' | 'session') => async (ask: SheetAsk): Promise<Response> => {
  const wanted = await findWanted(ask, kind);
  if (!wanted) return ask.notFound();
  const state = (await findVolunteering(ask.primary, ask.reader.account!.id, (wanted.session ?? wanted.meeting).id))?.state;
  return ask.page(<VolunteerPage sheet={wanted.meeting} session={wanted.session} shown={await showFields(ask, volunteerFields, {})} action={wanted.action} isOffered={state === 'offered'} />);
};

const offer = (kind: 'event' | 'session') => async (ask: SheetAsk): Promise<Response> => {
  const wanted = await findWanted(ask, kind);
  if (!wanted) return ask.notFound();
  const shown = await readFields(ask, volunteerFields);
  if (shown.errors.length) return ask.page(<VolunteerPage sheet={wanted.meeting} session={wanted.session} shown={shown} action={wanted.action} isOffered={false} />, { status: 422 });
  const sheet = wanted.session ?? wanted.meeting;
  await ask.primary.transaction().execute((tx) => addVolunteer(tx, ask.reader, { meeting: wanted.meeting, sheet, title: sheet.title }, shown.input.text('mot')));
  return ask.done(sheetHref(kind, sheet.slug), say(ask)('volunteer.done'));
};

const decide = (isAccepted: boolean) => async (ask: SheetAsk): Promise<Response> => {
  const found = await findOrganised(ask);
  const id = ask.param('id');
  if (!found || !isId(id)) return ask.notFound();
  const [meetingId, path] = [found.sheet.id, sheetHref('event', found.sheet.slug)];
  const done = await ask.primary.transaction().execute((tx) => (isAccepted ? acceptVolunteer(tx, ask.actor, meetingId, id, path) : declineVolunteer(tx, meetingId, id, path)));
  return done ? ask.done(paths.organise.href({ slug: found.sheet.slug }), say(ask)(isAccepted ? 'volunteers.accept.done' : 'volunteers.decline.done')) : ask.notFound();
};

export const routes = [
  get(paths.experts, { who: 'editor' }, async (ask: SheetAsk) => {
    const found = await findOrganised(ask);
    return found ? drawExperts(ask, found) : ask.notFound();
  }),
  post(paths.experts, { who: 'editor' }, saveExpert),
  post(paths.withdrawExpert, { who: 'editor' }, async (ask: SheetAsk) => {
    const found = await findOrganised(ask);
    const id = ask.param('id');
    const done = found && isId(id) && (await ask.primary.transaction().execute((tx) => withdrawExpert(tx, found.sheet.id, id)));
    return found && done ? ask.done(paths.experts.href({ slug: found.sheet.slug }), say(ask)('experts.withdrawn')) : ask.notFound();
  }),
  get(paths.volunteer, { who: 'member' }, show('event')),
  post(paths.volunteer, { who: 'member' }, offer('event')),
  get(paths.volunteerSession, { who: 'member' }, show('session')),
  post(paths.volunteerSession, { who: 'member' }, offer('session')),
  post(paths.acceptVolunteer, { who: 'editor' }, decide(true)),
  post(paths.declineVolunteer, { who: 'editor' }, decide(false)),
];
