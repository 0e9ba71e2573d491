import { latestDay } from '~/platform/dates/partial.ts';
import { patchSheet, updateLinks, type EditSpec } from '~/sheets/index.ts';
import { isPlaces } from './rules.ts';

const one = (text: string | number | null) => (text === null || text === '' ? [] : [String(text)]);
const bodies = ['territory', 'organisation', 'network'] as const;

/** R096, R097: when, the programme, who receives, whom they met. */
export const edit: EditSpec = {
  fields: [
    { name: 'titre', type: 'text', required: true, max: 250 },
    { name: 'debut', type: 'date', group: 'quand' },
    { name: 'fin', type: 'date', group: 'quand' },
    { name: 'resume', type: 'textarea', max: 1500 },
    { name: 'themes', type: 'themes', several: true },
    { name: 'personnes', type: 'text', max: 200 },
    { name: 'programme', type: 'textarea', max: 5000, rows: 8 },
    { name: 'accueil', type: 'sheets', of: bodies, several: true },
    { name: 'rencontres', type: 'sheets', of: bodies, several: true },
    { name: 'places', type: 'number' },
    { name: 'compte_rendu', type: 'textarea', max: 5000, rows: 8 },
  ],
  async read(db, sheetId) {
    const row = await db.selectFrom('sheets').innerJoin('visits', 'visits.sheet_id', 'sheets.id')
      .select(['title', 'summary', 'start_date', 'end_date', 'themes', 'people', 'programme', 'report', 'places']).where('sheets.id', '=', sheetId).executeTakeFirstOrThrow();
    const links = await db.selectFrom('sheet_links').select(['role', 'to_id']).where('from_id', '=', sheetId).where('role', 'in', ['receives', 'met']).orderBy('position').execute();
    const of = (role: string) => links.filter((link) => link.role === role).map((link) => link.to_id);
    return {
      titre: [row.title], debut: one(row.start_date), fin: one(row.end_date), resume: one(row.summary), themes: row.themes, personnes: one(row.people), programme: one(row.programme),
      accueil: of('receives'), rencontres: of('met'), places: one(row.places), compte_rendu: one(row.report),
    };
  },
  async write(tx, _actor, sheetId, input, changed) {
    const [start, end] = [input.date('debut'), input.date('fin')];
    if (end && !start) return { refused: 'start', field: 'debut' };
    if (start && end && latestDay(end) < latestDay(start)) return { refused: 'when.backwards', field: 'fin' };
    const places = input.number('places');
    if (!isPlaces(places)) return { refused: 'places', field: 'places' };
    await tx.updateTable('visits').set({ people: input.text('personnes'), programme: input.text('programme'), report: input.text('compte_rendu'), places }).where('sheet_id', '=', sheetId).execute();
    if (changed.has('accueil')) await updateLinks(tx, sheetId, 'receives', input.list('accueil'));
    if (changed.has('rencontres')) await updateLinks(tx, sheetId, 'met', input.list('rencontres'));
    await patchSheet(tx, sheetId, {
      body: [input.text('programme'), input.text('compte_rendu')].filter(Boolean).join('\n') || null,
      ...(changed.has('titre') ? { title: input.text('titre')! } : {}),
      ...(changed.has('resume') ? { summary: input.text('resume') } : {}),
      ...(changed.has('themes') ? { themes: input.list('themes') } : {}),
      ...(changed.has('debut') ? { start } : {}),
      ...(changed.has('fin') ? { end } : {}),
    });
    return null;
  },
};
