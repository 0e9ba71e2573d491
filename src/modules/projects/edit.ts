import type { Read, Tx } from '~/platform/db/index.ts';
import { isReversed } from '~/modules/strategies/index.ts';
import { patchSheet, type EditSpec, type Input } from '~/sheets/index.ts';
import { fields } from './fields.ts';
import { linkFields, listCountries, listWords, mergePlaces, updateActionLinks, updateObjectives } from './links.ts';
import { findUnexplained, isTakenBack, type GenderAnswer, type Marks, type RightsAnswer } from './rules.ts';

const one = (value: string | null | undefined) => (value ? [value] : []);

export const edit: EditSpec = {
  fields,
  async read(db, id) {
    const [sheet, row, links, places] = await Promise.all([
      db.selectFrom('sheets').select(['title', 'type', 'summary', 'start_date', 'end_date', 'countries', 'themes']).where('id', '=', id).executeTakeFirstOrThrow(),
      db.selectFrom('actions').selectAll().where('sheet_id', '=', id).executeTakeFirst(),
      db.selectFrom('sheet_links').select(['role', 'to_id']).where('from_id', '=', id).orderBy('position').execute(),
      db.selectFrom('sheet_places').select('territory_id').where('sheet_id', '=', id).orderBy('position').execute(),
    ]);
    const to = (role: string) => links.filter((link) => link.role === role).map((link) => link.to_id);
    return {
      titre: [sheet.title], sorte: one(sheet.type), presentation: one(sheet.summary), debut: one(sheet.start_date), fin: one(sheet.end_date),
      ...Object.fromEntries(linkFields.map(([field, role]) => [field, to(role)])),
      lieux: [...new Set(places.flatMap((place) => place.territory_id ?? []))], pays: sheet.countries, objectifs: to('objective'), themes: sheet.themes,
      besoin: one(row?.need), besoin_de: one(row?.need_of), etapes: [row?.steps.join('\n') ?? ''],
      ici: one(row?.benefits_here), labas: one(row?.benefits_there), perennite: one(row?.continuation),
      droits: one(row?.rights), droits_note: one(row?.rights_note), egalite: one(row?.gender), egalite_note: one(row?.gender_note), note: one(row?.note),
    };
  },
  async write(tx, actor, id, input, changed) {
    const { owner_id, visibility } = await tx.selectFrom('sheets').select(['owner_id', 'visibility']).where('id', '=', id).executeTakeFirstOrThrow();
    const period = { start: input.date('debut'), end: input.date('fin') };
    if (isReversed(period)) return { refused: 'dates-order', field: 'fin' };
    if (owner_id && !input.list('porteurs').includes(owner_id)) return { refused: 'holder-own', field: 'porteurs' };
    const marks = readMarks(input);
    if (visibility === 'public' && isTakenBack(await getMarks(tx, id), marks)) return { refused: 'marks-kept', field: marks.rights === null ? 'droits' : 'egalite' };
    const wrong = findUnexplained(marks);
    if (wrong) return wrong;
    const known = await listKnown(tx, id);
    await updateActionLinks(tx, id, input, changed);
    if (changed.has('objectifs') || changed.has('porteurs')) {
      const refusal = await updateObjectives(tx, actor, id, input.list('objectifs'));
      if (refusal) return refusal;
    }
    await writeAction(tx, id, input, marks);
    const around = [...input.list('partenaires'), ...input.list('lieux')];
    const added = around.filter((one) => !known.has(one));
    await patchSheet(tx, id, {
      title: input.text('titre')!, type: input.text('sorte'), summary: input.text('presentation'), ...period, startMeaning: period.start ? 'action' : null,
      countries: await listCountries(tx, input.list('pays'), added),
      themes: input.list('themes'), ...(changed.has('lieux') ? { places: await mergePlaces(tx, id, input.list('lieux')) } : {}),
      body: await buildBody(tx, id, input, around),
    });
    return null;
  },
};

export function readMarks(input: Input): Marks {
  return {
    rights: input.text('droits') as RightsAnswer | null, rightsNote: input.text('droits_note'),
    gender: input.text('egalite') as GenderAnswer | null, genderNote: input.text('egalite_note'),
  };
}

export async function getMarks(db: Read, id: string): Promise<Marks> {
  const row = await db.selectFrom('actions').select(['rights', 'rights_note', 'gender', 'gender_note']).where('sheet_id', '=', id).executeTakeFirst();
  return { rights: (row?.rights ?? null) as Marks['rights'], rightsNote: row?.rights_note ?? null, gender: (row?.gender ?? null) as Marks['gender'], genderNote: row?.gender_note ?? null };
}

/** With whom and where it was already: what is added brings its country, what was there leaves the countries as people set them. */
async function listKnown(tx: Tx, id: string): Promise<Set<string | null>> {
  const [links, places] = await Promise.all([
    tx.selectFrom('sheet_links').select('to_id').where('from_id', '=', id).execute(),
    tx.selectFrom('sheet_places').select('territory_id').where('sheet_id', '=', id).execute(),
  ]);
  return new Set([...links.map((link) => link.to_id), ...places.map((place) => place.territory_id)]);
}

async function writeAction(tx: Tx, id: string, input: Input, marks: Marks): Promise<void> {
  await tx
    .updateTable('actions')
    .set({
      need: input.text('besoin'), need_of: input.text('besoin_de'), steps: input.lines('etapes'), benefits_here: input.text('ici'), benefits_there: input.text('labas'),
      continuation: input.text('perennite'), rights: marks.rights, rights_note: marks.rightsNote, gender: marks.gender, gender_note: marks.genderNote, note: input.text('note'),
    })
    .where('sheet_id', '=', id)
    .execute();
}

/** Words that find the action: whom it is done with, what it is for, the captions of its pictures. */
async function buildBody(tx: Tx, id: string, input: Input, around: readonly string[]): Promise<string> {
  const captions = await tx.selectFrom('sheet_facts').select('value').where('sheet_id', '=', id).where('field', '=', 'caption').execute();
  return [await listWords(tx, around), ...['besoin', 'etapes', 'ici', 'labas', 'perennite', 'note'].map((field) => input.text(field)), ...captions.map((row) => row.value)].filter(Boolean).join(' ');
}
