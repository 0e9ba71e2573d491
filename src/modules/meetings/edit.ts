import { earliestDay, latestDay } from '~/platform/dates/partial.ts';
import { patchSheet, toDate, type EditSpec } from '~/sheets/index.ts';
import { checkDates } from './rules.ts';

const one = (text: string | null) => (text ? [text] : []);

/** What announces a meeting. Its minutes are published: they change by a dated note only (invariant 24). */
export const editMeeting: EditSpec = {
  fields: [
    { name: 'titre', type: 'text', required: true, max: 250 },
    { name: 'debut', type: 'date', sourced: true, group: 'quand' },
    { name: 'fin', type: 'date', group: 'quand' },
    { name: 'lieu', type: 'text', max: 200, group: 'ou' },
    { name: 'visio', type: 'checkbox', group: 'ou' },
    { name: 'fil', type: 'text', max: 300 },
    { name: 'resume', type: 'textarea', max: 1500, sourced: true },
    { name: 'themes', type: 'themes', several: true },
  ],
  async read(db, sheetId) {
    const row = await db.selectFrom('sheets').innerJoin('meetings', 'meetings.sheet_id', 'sheets.id')
      .select(['title', 'summary', 'start_date', 'end_date', 'themes', 'place', 'online', 'guiding_theme']).where('sheets.id', '=', sheetId).executeTakeFirstOrThrow();
    return {
      titre: [row.title], debut: one(row.start_date), fin: one(row.end_date), lieu: one(row.place), visio: row.online ? ['1'] : [],
      fil: one(row.guiding_theme), resume: one(row.summary), themes: row.themes,
    };
  },
  async write(tx, _actor, sheetId, input, changed) {
    const [start, end] = [input.date('debut'), input.date('fin')];
    if (end && !start) return { refused: 'start', field: 'debut' };
    if (checkDates(start ?? undefined, end ?? undefined)) return { refused: 'endBeforeStart', field: 'fin' };
    await tx.updateTable('meetings').set({ place: input.text('lieu'), online: input.checked('visio'), guiding_theme: input.text('fil') }).where('sheet_id', '=', sheetId).execute();
    await patchSheet(tx, sheetId, {
      ...(changed.has('titre') ? { title: input.text('titre')! } : {}),
      ...(changed.has('resume') ? { summary: input.text('resume') } : {}),
      ...(changed.has('themes') ? { themes: input.list('themes') } : {}),
      ...(changed.has('debut') ? { start } : {}),
      ...(changed.has('fin') ? { end } : {}),
    });
    return null;
  },
};

export const editSession: EditSpec = {
  fields: [
    { name: 'titre', type: 'text', required: true, max: 250 },
    { name: 'court', type: 'text', required: true, max: 150 },
    { name: 'debut', type: 'date', sourced: true },
    { name: 'resume', type: 'textarea', max: 1500, sourced: true },
    { name: 'themes', type: 'themes', several: true },
  ],
  async read(db, sheetId) {
    const row = await db.selectFrom('sheets').innerJoin('meeting_sessions', 'meeting_sessions.sheet_id', 'sheets.id')
      .select(['title', 'short_title', 'summary', 'start_date', 'themes']).where('sheets.id', '=', sheetId).executeTakeFirstOrThrow();
    return { titre: [row.title], court: [row.short_title], debut: one(row.start_date), resume: one(row.summary), themes: row.themes };
  },
  async write(tx, _actor, sheetId, input, changed) {
    const day = input.date('debut');
    const event = await tx.selectFrom('meeting_sessions').innerJoin('sheets', 'sheets.id', 'meeting_id').select(['start_date', 'start_precision', 'end_date', 'end_precision']).where('meeting_sessions.sheet_id', '=', sheetId).executeTakeFirstOrThrow();
    const [from, to] = [toDate(event.start_date, event.start_precision), toDate(event.end_date, event.end_precision) ?? toDate(event.start_date, event.start_precision)];
    if (changed.has('debut') && day && ((from && latestDay(day) < earliestDay(from)) || (to && earliestDay(day) > latestDay(to)))) return { refused: 'outside', field: 'debut' };
    await tx.updateTable('meeting_sessions').set({ short_title: input.text('court')! }).where('sheet_id', '=', sheetId).execute();
    await patchSheet(tx, sheetId, {
      ...(changed.has('titre') ? { title: input.text('titre')! } : {}),
      ...(changed.has('resume') ? { summary: input.text('resume') } : {}),
      ...(changed.has('themes') ? { themes: input.list('themes') } : {}),
      ...(changed.has('debut') ? { start: day } : {}),
    });
    return null;
  },
};
