import { sql, type Tx } from '~/platform/db/index.ts';
import { addLinks, findFreeSlug, patchSheet, recordDeclaration, type ActSpec, type CreateSpec, type EditSpec, type FieldSpec } from '~/sheets/index.ts';
import { confirmLaw, createLaw } from './commands.ts';

const one = (text: string | null) => (text === null || text === '' ? [] : [text]);

const kinds = ['constitution', 'loi', 'code', 'accord-international', 'declaration', 'resolution', 'convention', 'cadre-international', 'cadre-ue', 'rapport'] as const;
const title: FieldSpec = { name: 'titre', type: 'text', required: true, max: 250 };
const summary: FieldSpec = { name: 'resume', type: 'textarea', max: 1500, sourced: true };
const date: FieldSpec = { name: 'date', type: 'date', sourced: true };
/** Sheets that rest on the text. */
const citing: FieldSpec = { name: 'cite_par', type: 'sheets', of: ['partnership', 'strategy', 'action', 'funding', 'network', 'organisation', 'territory'], several: true };

export const editLaw: EditSpec = {
  fields: [title, summary, date, citing],
  async read(db, sheetId) {
    const [row, links] = await Promise.all([
      db.selectFrom('sheets').select(['title', 'summary', 'start_date']).where('id', '=', sheetId).executeTakeFirstOrThrow(),
      db.selectFrom('sheet_links').select('from_id').where('to_id', '=', sheetId).where('role', '=', 'law').orderBy('from_id').execute(),
    ]);
    return { titre: [row.title], resume: one(row.summary), date: one(row.start_date), cite_par: links.map((link) => link.from_id) };
  },
  async write(tx, _actor, sheetId, input, changed) {
    // Who vouched for the sheet vouched for what it said then; who cites it changes nothing to it.
    if (['titre', 'resume', 'date'].some((name) => changed.has(name))) await tx.updateTable('laws').set({ verified_by: null, verified_on: null }).where('sheet_id', '=', sheetId).execute();
    if (changed.has('cite_par')) await updateCiting(tx, sheetId, input.list('cite_par'));
    await patchSheet(tx, sheetId, {
      ...(changed.has('titre') ? { title: input.text('titre')! } : {}),
      ...(changed.has('resume') ? { summary: input.text('resume') } : {}),
      ...(changed.has('date') ? { start: input.date('date') } : {}),
    });
    return null;
  },
};

async function updateCiting(tx: Tx, lawId: string, from: readonly string[]): Promise<void> {
  await sql`delete from sheet_links where to_id = ${lawId} and role = 'law' and from_id <> all(${[...from]}::uuid[])`.execute(tx);
  for (const id of from) await addLinks(tx, id, [{ role: 'law', to: lawId }]);
}

/** Somebody read the official text and vouches for the sheet, by their function. */
const verify: ActSpec = {
  name: 'verifier',
  fields: [{ name: 'lu', type: 'checkbox', required: true }],
  async run(tx, actor, sheetId, _input, { today }) {
    await confirmLaw(tx, actor, sheetId, { name: actor.name, on: today });
    return null;
  },
};

export const lawActs: readonly ActSpec[] = [verify];

/** Those who animate a network, and the instance, keep the library. A text enters it unverified. */
export const createLawSpec: CreateSpec = {
  fields: [title, { name: 'sorte', type: 'select', required: true, choices: kinds }, { ...summary, required: true }, date, { name: 'pays', type: 'countries', several: true }],
  may: ({ acting }) => acting?.role === 'animator' || acting?.role === 'administrator',
  async run(tx, actor, input, { today }) {
    const [day, given] = [input.date('date'), ['resume', 'date'].flatMap((name) => input.source(name) ?? [])];
    return createLaw(tx, actor, {
      slug: await findFreeSlug(tx, 'law', input.text('titre')!), title: input.text('titre')!, type: input.text('sorte'), summary: input.text('resume'),
      ...(day ? { start: day, startMeaning: 'text' } : {}), countries: input.list('pays'),
      sources: given.length > 0 ? given : [await recordDeclaration(tx, actor, today)],
    });
  },
};
