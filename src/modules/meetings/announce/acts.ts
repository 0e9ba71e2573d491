import type { Read, Tx } from '~/platform/db/index.ts';
import { earliestDay, latestDay, parsePartialDate, type PartialDate } from '~/platform/dates/partial.ts';
import { isBackwards, readWhen, type When } from '~/platform/dates/when.ts';
import type { Actor } from '~/platform/events/index.ts';
import { findMessage } from '~/platform/i18n/index.ts';
import { changeSheetState, patchSheet, recordChange, toDate, updateLinks, type ActSpec, type Choice } from '~/sheets/index.ts';
import { cancelSession } from '../organising/commands.ts';
import { isAhead } from '../rules.ts';
import { announceEn } from './messages.en.ts';
import { announceEs } from './messages.es.ts';
import { announceFr } from './messages.fr.ts';

/** Each state leads to those after it, and to none before. Minutes are published by their own gesture. */
const order = ['tentative', 'planned', 'confirmed', 'open', 'held'] as const;
const words = { fr: announceFr, en: announceEn, es: announceEs };

const next = (state: string | null) => order.slice(order.findIndex((one) => one === state) + 1);

const advance: ActSpec = {
  name: 'etat',
  fields: [
    {
      name: 'etape', type: 'radio', required: true,
      async choices(db, id, lang): Promise<Choice[]> {
        const { state } = await db.selectFrom('sheets').select('state').where('id', '=', id!).executeTakeFirstOrThrow();
        return next(state).map((one) => [one, findMessage(words, lang, `choice.etape.${one}`)!]);
      },
    },
  ],
  has: async (db, id) => isAhead((await findState(db, id)).state),
  async run(tx, actor, id, input, { today }) {
    const { state, start } = await findState(tx, id);
    const to = input.text('etape')!;
    if (!isAhead(state) || !(next(state) as string[]).includes(to)) return { refused: 'step', field: 'etape' };
    if (to !== 'planned' && !start) return { refused: 'step.date', field: 'etape' };
    if (to === 'held' && start && earliestDay(start) > today) return { refused: 'step.future', field: 'etape' };
    await changeSheetState(tx, actor, id, { state: to });
    return null;
  },
};

/** R174: put off to a day that one knows, or to one to be told later. A new day makes it planned again. */
const postpone: ActSpec = {
  name: 'reporter',
  fields: [
    { name: 'raison', type: 'textarea', required: true, max: 1000, rows: 3 },
    { name: 'nouvelle_date', type: 'text', max: 80 },
  ],
  has: async (db, id) => { const { state } = await findState(db, id); return isAhead(state) || state === 'postponed'; },
  async run(tx, actor, id, input, { today }) {
    const { state } = await findState(tx, id);
    if (!isAhead(state) && state !== 'postponed') return { refused: 'step', field: 'raison' };
    const typed = input.text('nouvelle_date');
    const when = typed ? readWhen(typed) : null;
    if (typed && !when) return { refused: 'when.unclear', field: 'nouvelle_date' };
    if (when && isBackwards(when)) return { refused: 'endBeforeStart', field: 'nouvelle_date' };
    if (when && latestDay(when.end ?? when.start) < today) return { refused: 'postpone.past', field: 'nouvelle_date' };
    if (!when && state === 'postponed') return { refused: 'when.needed', field: 'nouvelle_date' };
    if (state !== 'postponed') await changeSheetState(tx, actor, id, { state: 'postponed', reason: input.text('raison')! });
    if (when) await moveTo(tx, actor, id, when);
    if (when) await changeSheetState(tx, actor, id, { state: 'planned', ...(state === 'postponed' ? { reason: input.text('raison')! } : {}) });
    return null;
  },
};

const cancel: ActSpec = {
  name: 'annuler',
  fields: [{ name: 'raison', type: 'textarea', required: true, max: 1000, rows: 3 }],
  has: async (db, id) => { const { state } = await findState(db, id); return isAhead(state) || state === 'postponed'; },
  async run(tx, actor, id, input) {
    const { state } = await findState(tx, id);
    if (!isAhead(state) && state !== 'postponed') return { refused: 'step', field: 'raison' };
    await changeSheetState(tx, actor, id, { state: 'cancelled', reason: input.text('raison')! });
    for (const session of await listPlanned(tx, id)) await cancelSession(tx, actor, session.id);
    return null;
  },
};

/** R152: a network's meeting is held on the occasion of an event of the territory. */
const attach: ActSpec = {
  name: 'adosser',
  fields: [{ name: 'occasion', type: 'sheets', of: ['event'] }],
  read: async (db, id) => ({ occasion: await listOccasions(db, id) }),
  async run(tx, actor, id, input) {
    const [to] = input.list('occasion');
    if (to === id) return { refused: 'occasion.itself', field: 'occasion' };
    const [before] = await listOccasions(tx, id);
    if (before === to) return null;
    await updateLinks(tx, id, 'occasion', to ? [to] : []);
    await recordChange(tx, actor, id, 'updated', { occasion: [before ?? null, to ?? null] });
    return null;
  },
};

export const announceActs: readonly ActSpec[] = [advance, postpone, cancel, attach];

async function listOccasions(db: Read, id: string): Promise<string[]> {
  return (await db.selectFrom('sheet_links').select('to_id').where('from_id', '=', id).where('role', '=', 'occasion').execute()).map((row) => row.to_id);
}

async function findState(db: Read, id: string) {
  const row = await db.selectFrom('sheets').select(['state', 'start_date', 'start_precision']).where('id', '=', id).executeTakeFirstOrThrow();
  return { state: row.state, start: toDate(row.start_date, row.start_precision) };
}

/** Its sessions that are still to come: whoever has them in their calendar learns what becomes of them. */
async function listPlanned(tx: Tx, id: string) {
  return tx.selectFrom('meeting_sessions').innerJoin('sheets', 'sheets.id', 'meeting_sessions.sheet_id').select(['sheets.id', 'start_date', 'start_precision']).where('meeting_id', '=', id).where('state', '=', 'planned').orderBy('number').execute();
}

/** The programme moves by as many days, when both days are known. */
async function moveSessions(tx: Tx, actor: Actor, id: string, before: PartialDate | null, after: PartialDate): Promise<void> {
  if (before?.precision !== 'day' || after.precision !== 'day') return;
  const days = Temporal.PlainDate.from(before.value).until(after.value).days;
  for (const session of days ? await listPlanned(tx, id) : []) {
    if (session.start_precision !== 'day') continue;
    const day = Temporal.PlainDate.from(session.start_date!).add({ days }).toString();
    await patchSheet(tx, session.id, { start: parsePartialDate(day) });
    await recordChange(tx, actor, session.id, 'updated', { debut: [session.start_date, day] });
  }
}

async function moveTo(tx: Tx, actor: Actor, id: string, when: When): Promise<void> {
  await moveSessions(tx, actor, id, (await findState(tx, id)).start, when.start);
  await patchSheet(tx, id, { start: when.start, end: when.end });
  const hours = await tx.deleteFrom('sheet_hours').where('sheet_id', '=', id).returning('time_zone').executeTakeFirst();
  if (!when.starts) return;
  const meeting = await tx.selectFrom('meetings').select('time_zone').where('sheet_id', '=', id).executeTakeFirst();
  await tx.insertInto('sheet_hours').values({ sheet_id: id, starts: when.starts, ends: when.ends, time_zone: hours?.time_zone ?? meeting?.time_zone ?? 'Europe/Paris' }).execute();
}
