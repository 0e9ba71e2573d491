import { get, post } from '~/platform/http/request.ts';
import { translator } from '~/platform/i18n/index.ts';
import { attempt, findRight, isRefusal, sheetHref, toFormError, type SheetAsk, type Values } from '~/sheets/index.ts';
import type { FormError } from '~/ui/index.ts';
import { aroundOf } from '../registration/found.ts';
import { countRegistered, getDoors } from '../registration/queries.ts';
import { createEdition, updateSetup } from './commands.ts';
import { editionFields, setupFields } from './fields.ts';
import { readFields, showFields } from './form.ts';
import { messages } from './messages.ts';
import { EditionPage } from './pages/experts.tsx';
import { OrganisePage } from './pages/organise.tsx';
import { paths } from './paths.ts';
import { findOrganised, getSetup, listExperts, listRoles, listVolunteers, type Organised } from './queries.ts';

const say = (ask: SheetAsk) => translator(messages, ask.lang);
const one = (value: string | number | null | undefined) => (value === null || value === undefined ? [] : [String(value)]);

async function readSetup(ask: SheetAsk, meetingId: string): Promise<Values> {
  const [setup, doors] = await Promise.all([getSetup(ask.primary, meetingId), getDoors(ask.primary, meetingId)]);
  return {
    edition: one(setup.edition), fil: one(setup.guidingTheme), lieu: one(setup.place), lien: one(doors.onlineLink), inscription: doors.registration ? ['1'] : [],
    ouverture: one(doors.opensOn), cloture: one(doors.closesOn), places: one(doors.places),
  };
}

async function drawOrganise(ask: SheetAsk, { sheet, sessions }: Organised, values: Values, errors: readonly FormError[] = []): Promise<Response> {
  const [shown, counts, roles, experts, volunteers, right] = await Promise.all([
    showFields(ask, setupFields, values, errors), countRegistered(ask.primary, sheet.id), listRoles(ask.primary, ask.reader, sessions.map(({ id }) => id)),
    listExperts(ask.primary, sheet.id), listVolunteers(ask.primary, sheet.id), findRight(ask.primary, ask.reader, sheet.id),
  ]);
  return ask.page(
    <OrganisePage sheet={sheet} shown={shown} counts={counts} sessions={sessions.length} roles={roles.length} experts={experts.length} volunteers={volunteers} mayEdit={right !== null && right !== 'partner'} />,
    { status: errors.length ? 422 : 200 },
  );
}

async function saveSetup(ask: SheetAsk): Promise<Response> {
  const found = await findOrganised(ask);
  if (!found) return ask.notFound();
  const { values, errors, input } = await readFields(ask, setupFields);
  if (errors.length) return drawOrganise(ask, found, values, errors);
  const answer = await attempt(ask.primary, (tx) => updateSetup(tx, ask.actor, found.sheet.id, input, aroundOf(ask)));
  if (isRefusal(answer)) return drawOrganise(ask, found, values, [toFormError(answer, messages, ask.lang)]);
  return ask.done(paths.organise.href({ slug: found.sheet.slug }), say(ask)('organise.done'));
}

async function saveEdition(ask: SheetAsk): Promise<Response> {
  const found = await findOrganised(ask);
  if (!found) return ask.notFound();
  const shown = await readFields(ask, editionFields);
  const start = shown.input.date('debut');
  const errors = [...shown.errors, ...(start && start.precision !== 'day' ? [toFormError({ refused: 'day', field: 'debut' }, messages, ask.lang)] : [])];
  if (errors.length) return ask.page(<EditionPage sheet={found.sheet} shown={{ ...shown, errors }} />, { status: 422 });
  const input = { title: shown.input.text('titre')!, edition: shown.input.number('edition'), start: start?.value ?? null, withSessions: shown.input.checked('seances') };
  const made = await attempt(ask.primary, (tx) => createEdition(tx, ask.actor, found.sheet.id, input));
  if (isRefusal(made)) return ask.page(<EditionPage sheet={found.sheet} shown={{ ...shown, errors: [toFormError(made, messages, ask.lang)] }} />, { status: 422 });
  return ask.done(sheetHref('event', made.slug), say(ask)('edition.done'));
}

export const routes = [
  get(paths.organise, { who: 'editor' }, async (ask: SheetAsk) => {
    const found = await findOrganised(ask);
    return found ? drawOrganise(ask, found, await readSetup(ask, found.sheet.id)) : ask.notFound();
  }),
  post(paths.organise, { who: 'editor' }, saveSetup),
  get(paths.edition, { who: 'editor' }, async (ask: SheetAsk) => {
    const found = await findOrganised(ask);
    if (!found) return ask.notFound();
    const { edition } = await getSetup(ask.primary, found.sheet.id);
    const shown = await showFields(ask, editionFields, { titre: [found.sheet.title], edition: one(edition && edition + 1), seances: found.sessions.length ? ['1'] : [] });
    return ask.page(<EditionPage sheet={found.sheet} shown={shown} />);
  }),
  post(paths.edition, { who: 'editor' }, saveEdition),
];
