import { get, post } from '~/platform/http/request.ts';
import { isId } from '~/platform/db/index.ts';
import { translator } from '~/platform/i18n/index.ts';
import { attempt, isRefusal, toFormError, type Input, type SheetAsk, type Values } from '~/sheets/index.ts';
import type { FormError } from '~/ui/index.ts';
import type { Role } from '../rules.ts';
import { cancelSession, updateSession } from './commands.ts';
import { sessionFields, speakerFields } from './fields.ts';
import { readFields, showFields } from './form.ts';
import { messages } from './messages.ts';
import { OrganiseSessionPage, ReplacePage } from './pages/session.tsx';
import { paths } from './paths.ts';
import { findGroupOf, findOrganisedSession, listRoles, type OrganisedSession } from './queries.ts';
import { addSpeaker, removeSpeaker, replaceSpeaker, type SpeakerInput } from './speaker-commands.ts';
import { boundsOf } from './rules.ts';
import { standingOf } from './speaker-lines.ts';

const say = (ask: SheetAsk) => translator(messages, ask.lang);
const one = (value: string | number | null | undefined) => (value === null || value === undefined ? [] : [String(value)]);
const hourOf = (time: string | null) => one(time && time.slice(0, 5).replace(':', 'h'));

async function readSession(ask: SheetAsk, { session, listed }: OrganisedSession): Promise<Values> {
  return {
    numero: one(listed.number), titre: [session.title], court: [listed.title], nature: one(listed.type), jour: one(listed.day), de: hourOf(listed.starts), a: hourOf(listed.ends),
    salle: one(listed.room), parcours: one(listed.track), groupe: await findGroupOf(ask.primary, ask.reader, session.id),
  };
}

async function draw(ask: SheetAsk, found: OrganisedSession, typed: { edit?: Values; speaker?: Values } = {}, errors: { edit?: readonly FormError[]; speaker?: readonly FormError[] } = {}): Promise<Response> {
  const [edit, speaker, roles] = await Promise.all([
    showFields(ask, sessionFields, typed.edit ?? (await readSession(ask, found)), errors.edit), showFields(ask, speakerFields, typed.speaker ?? { role: ['speaker'] }, errors.speaker),
    listRoles(ask.primary, ask.reader, [found.session.id]),
  ]);
  return ask.page(<OrganiseSessionPage {...found} roles={roles} edit={edit} speaker={speaker} />, { status: errors.edit?.length || errors.speaker?.length ? 422 : 200 });
}

async function saveSession(ask: SheetAsk): Promise<Response> {
  const found = await findOrganisedSession(ask);
  if (!found) return ask.notFound();
  const { values, errors, input, form } = await readFields(ask, sessionFields);
  if (errors.length) return draw(ask, found, { edit: values }, { edit: errors });
  const around = { ...boundsOf(found.sheet), keep: form.text('garder') === '1' };
  const answer = await attempt(ask.primary, (tx) => updateSession(tx, ask.actor, { id: found.session.id, meetingId: found.sheet.id }, input, around));
  if (isRefusal(answer)) return draw(ask, found, { edit: values }, { edit: [toFormError(answer, messages, ask.lang)] });
  return ask.done(paths.session.href({ slug: found.session.slug }), say(ask)('organise.done'));
}

function toSpeaker(input: Input): SpeakerInput {
  const role = input.text('role')!;
  return {
    role: (role === 'video' ? 'speaker' : role) as Role, video: role === 'video', name: input.text('nom') ?? '', function: input.text('fonction')!, body: input.text('organisme') ?? '',
    standing: standingOf(input.text('qualite')!), topic: input.text('sujet'), replaces: input.text('remplace'),
  };
}

const atOf = ({ sheet, listed, sessions }: OrganisedSession, keep: boolean) => ({ meetingId: sheet.id, session: listed, sessions, keep });
const clashOf = (ask: SheetAsk, { number }: { number: number }): FormError => ({ name: 'nom', message: say(ask)('speakers.clash', { number }) });

async function saveSpeaker(ask: SheetAsk): Promise<Response> {
  const found = await findOrganisedSession(ask);
  if (!found) return ask.notFound();
  const { values, errors, input, form } = await readFields(ask, speakerFields);
  if (errors.length) return draw(ask, found, { speaker: values }, { speaker: errors });
  const answer = await attempt(ask.primary, (tx) => addSpeaker(tx, ask.actor, atOf(found, form.text('garder') === '1'), toSpeaker(input)));
  if ('refused' in answer) return draw(ask, found, { speaker: values }, { speaker: [clashOf(ask, answer)] });
  return ask.done(paths.session.href({ slug: found.session.slug }), say(ask)('speakers.added'));
}

/** The role that the address names, while its words are not reported. */
async function findRole(ask: SheetAsk, found: OrganisedSession) {
  const roles = await listRoles(ask.primary, ask.reader, [found.session.id]);
  return roles.find(({ id, isReported }) => id === ask.param('id') && !isReported);
}

async function saveReplacement(ask: SheetAsk): Promise<Response> {
  const found = await findOrganisedSession(ask);
  const role = found && (await findRole(ask, found));
  if (!found || !role) return ask.notFound();
  const shown = await readFields(ask, speakerFields);
  if (shown.errors.length) return ask.page(<ReplacePage {...found} role={role} shown={shown} />, { status: 422 });
  const answer = await attempt(ask.primary, (tx) => replaceSpeaker(tx, ask.actor, atOf(found, shown.form.text('garder') === '1'), role.id, toSpeaker(shown.input)));
  if ('refused' in answer) return ask.page(<ReplacePage {...found} role={role} shown={{ ...shown, errors: [clashOf(ask, answer)] }} />, { status: 422 });
  return ask.done(paths.session.href({ slug: found.session.slug }), say(ask)('speakers.replaced'));
}

export const routes = [
  get(paths.session, { who: 'editor' }, async (ask: SheetAsk) => {
    const found = await findOrganisedSession(ask);
    return found ? draw(ask, found) : ask.notFound();
  }),
  post(paths.session, { who: 'editor' }, saveSession),
  post(paths.cancelSession, { who: 'editor' }, async (ask: SheetAsk) => {
    const found = await findOrganisedSession(ask);
    if (!found || found.session.state === 'cancelled' || found.session.state === 'held') return ask.notFound();
    await ask.primary.transaction().execute((tx) => cancelSession(tx, ask.actor, found.session.id));
    return ask.done(paths.session.href({ slug: found.session.slug }), say(ask)('session.cancel.done'));
  }),
  post(paths.sessionSpeakers, { who: 'editor' }, saveSpeaker),
  get(paths.replaceSpeaker, { who: 'editor' }, async (ask: SheetAsk) => {
    const found = await findOrganisedSession(ask);
    const role = found && (await findRole(ask, found));
    if (!found || !role) return ask.notFound();
    const shown = await showFields(ask, speakerFields, { role: [role.video ? 'video' : role.role], sujet: one(role.topic), remplace: [role.speaker.function] });
    return ask.page(<ReplacePage {...found} role={role} shown={shown} />);
  }),
  post(paths.replaceSpeaker, { who: 'editor' }, saveReplacement),
  post(paths.removeSpeaker, { who: 'editor' }, async (ask: SheetAsk) => {
    const found = await findOrganisedSession(ask);
    const id = ask.param('id');
    const done = found && isId(id) && (await ask.primary.transaction().execute((tx) => removeSpeaker(tx, ask.actor, found.session.id, id)));
    return found && done ? ask.done(paths.session.href({ slug: found.session.slug }), say(ask)('speakers.removed')) : ask.notFound();
  }),
];
