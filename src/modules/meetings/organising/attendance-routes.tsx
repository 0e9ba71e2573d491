import { get, post } from '~/platform/http/request.ts';
import { translator } from '~/platform/i18n/index.ts';
import { recordAccess, type SheetAsk } from '~/sheets/index.ts';
import { addAttendances, removeAttendances, updateCode } from '../attendance/commands.ts';
import { findAttendance, listSubjects, listUnregistered } from '../attendance/queries.ts';
import { isCodeOpen } from '../registration/gestures.ts';
import { findBodyNamed, getDoors, listRegistered } from '../registration/queries.ts';
import { standingOfQuality } from '../registration/rules.ts';
import { presentFields } from './fields.ts';
import { readFields, showFields, type Shown } from './form.ts';
import { messages } from './messages.ts';
import { AttendancePage } from './pages/attendance.tsx';
import { paths } from './paths.ts';
import { findOrganised, type Organised } from './queries.ts';

const say = (ask: SheetAsk) => translator(messages, ask.lang);

/** R195: each opening of the list is kept and told to those who are on it. */
async function draw(ask: SheetAsk, { sheet }: Organised, shown: Shown): Promise<Response> {
  const [people, others, count, doors, subjects] = await Promise.all([
    listRegistered(ask.primary, sheet.id, ['registered', 'waiting']), listUnregistered(ask.primary, sheet.id), findAttendance(ask.primary, ask.reader, sheet.id), getDoors(ask.primary, sheet.id), listSubjects(ask.primary, sheet.id),
  ]);
  await recordAccess(ask.primary, ask.actor, subjects, 'participants');
  const of = (state: string) => people.filter((one) => one.state === state);
  return ask.page(
    <AttendancePage
      sheet={sheet} registered={of('registered')} waiting={of('waiting')} others={others} count={count} isMerged={ask.query('reunir') === '1'}
      code={isCodeOpen(doors, ask.today) ? doors.code : null} shown={shown}
    />,
    { status: shown.errors.length ? 422 : 200 },
  );
}

async function saveTicks(ask: SheetAsk): Promise<Response> {
  const found = await findOrganised(ask);
  if (!found) return ask.notFound();
  const form = await ask.form();
  const [shown, ticked] = [new Set(form.list('vus')), new Set(form.list('presents'))];
  const registered = (await listRegistered(ask.primary, found.sheet.id)).filter(({ id }) => shown.has(id));
  const came = registered.filter((one) => ticked.has(one.id) && !one.present);
  const left = registered.filter((one) => !ticked.has(one.id) && one.present).map(({ id }) => id);
  const n = await ask.primary.transaction().execute(async (tx) => {
    if (left.length) await removeAttendances(tx, ask.actor, found.sheet.id, left);
    return (await addAttendances(tx, ask.actor, found.sheet.id, came.map(({ id, name }) => ({ registrationId: id, name })))).added;
  });
  return ask.done(paths.attendance.href({ slug: found.sheet.slug }), say(ask)('attendance.done', { n }));
}

async function saveOne(ask: SheetAsk): Promise<Response> {
  const found = await findOrganised(ask);
  if (!found) return ask.notFound();
  const shown = await readFields(ask, presentFields);
  if (shown.errors.length) return draw(ask, found, shown);
  const [name, body] = [shown.input.text('nom')!, shown.input.text('organisme')];
  const { added } = await ask.primary.transaction().execute(async (tx) => {
    const authorityId = body ? await findBodyNamed(tx, body, ['territory']) : null;
    const held = { functionWritten: shown.input.text('fonction') ?? undefined, authorityWritten: body ?? undefined, standing: standingOfQuality(shown.input.text('qualite')!) };
    return addAttendances(tx, ask.actor, found.sheet.id, [{ name, ...held, ...(authorityId ? { authorityId } : {}) }]);
  });
  return ask.done(paths.attendance.href({ slug: found.sheet.slug }), say(ask)(added ? 'attendance.added' : 'attendance.known'));
}

export const routes = [
  get(paths.attendance, { who: 'editor' }, async (ask: SheetAsk) => {
    const found = await findOrganised(ask);
    return found ? draw(ask, found, await showFields(ask, presentFields, {})) : ask.notFound();
  }),
  post(paths.attendance, { who: 'editor' }, saveTicks),
  post(paths.addAttendance, { who: 'editor' }, saveOne),
  post(paths.code, { who: 'editor' }, async (ask: SheetAsk) => {
    const found = await findOrganised(ask);
    if (!found) return ask.notFound();
    await ask.primary.transaction().execute((tx) => updateCode(tx, ask.actor, found.sheet.id, ask.today));
    return ask.redirect(ask.to(paths.attendance.href({ slug: found.sheet.slug })), 303);
  }),
];
