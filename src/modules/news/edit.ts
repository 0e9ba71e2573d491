import { readExpiry, readFor } from '~/modules/exchange/index.ts';
import type { Read, Tx } from '~/platform/db/index.ts';
import type { Actor } from '~/platform/events/index.ts';
import { changeSheetState, findAudience, patchSheet, updateLinks, type EditContext, type EditRefusal, type EditSpec, type Input, type Values } from '~/sheets/index.ts';
import { writeExpiry } from './commands.ts';
import { jobFields, newsFields } from './fields.ts';
import type { Kind } from './rules.ts';

const one = (text: string | null) => (text ? [text] : []);

export const editNews: EditSpec = {
  fields: newsFields,
  async read(db, id) {
    const { expires_on } = await db.selectFrom('news').select('expires_on').where('sheet_id', '=', id).executeTakeFirstOrThrow();
    return { ...(await readSheet(db, id)), fiches: await listLinked(db, id, 'about'), echeance: [expires_on] };
  },
  async write(tx, actor, id, input, changed, context) {
    if (changed.has('fiches')) await updateLinks(tx, id, 'about', input.list('fiches'));
    return writeSheet(tx, actor, 'news', id, input, changed, context);
  },
};

export const editJob: EditSpec = {
  fields: jobFields,
  async read(db, id) {
    const row = await db.selectFrom('jobs_offered').selectAll().where('sheet_id', '=', id).executeTakeFirstOrThrow();
    return { ...(await readSheet(db, id)), employeur: one(row.employer_id), lieu: [row.place], contrat: [row.contract], page: one(row.web), echeance: [row.expires_on] };
  },
  async write(tx, actor, id, input, changed, context) {
    await tx.updateTable('jobs_offered').set({ employer_id: input.text('employeur'), place: input.text('lieu')!, contract: input.text('contrat')!, web: input.text('page') }).where('sheet_id', '=', id).execute();
    await updateLinks(tx, id, 'employer', input.list('employeur'));
    await patchSheet(tx, id, { type: input.text('contrat') });
    return writeSheet(tx, actor, 'job', id, input, changed, context);
  },
};

async function readSheet(db: Read, id: string): Promise<Values> {
  const row = await db.selectFrom('sheets').select(['title', 'summary', 'themes', 'countries']).where('id', '=', id).executeTakeFirstOrThrow();
  return { titre: [row.title], texte: one(row.summary), themes: row.themes, pays: row.countries, pour: [await findAudience(db, id)] };
}

async function listLinked(db: Read, id: string, role: string): Promise<string[]> {
  return (await db.selectFrom('sheet_links').select('to_id').where('from_id', '=', id).where('role', '=', role).orderBy('position').execute()).map((row) => row.to_id);
}

/** What both kinds say. A day that is moved to come makes what was past present again. */
async function writeSheet(tx: Tx, actor: Actor, kind: Kind, id: string, input: Input, changed: ReadonlySet<string>, { reader, today }: EditContext): Promise<EditRefusal | null> {
  const { state } = await tx.selectFrom('sheets').select('state').where('id', '=', id).executeTakeFirstOrThrow();
  if (changed.has('pour') && state === 'draft') return { refused: 'publish-first', field: 'pour' };
  if (changed.has('pour') && input.text('pour') === 'draft') return { refused: 'draft-no-more', field: 'pour' };
  await patchSheet(tx, id, { title: input.text('titre')!, summary: input.text('texte'), themes: input.list('themes'), countries: input.list('pays') });
  if (changed.has('pour')) {
    const audience = readFor(input, reader);
    if ('refused' in audience) return audience;
    await patchSheet(tx, id, audience);
  }
  if (!changed.has('echeance')) return null;
  const expiry = readExpiry(input, today);
  if ('refused' in expiry) return expiry;
  await writeExpiry(tx, kind, id, expiry.expiresOn);
  if (state === 'expired') await changeSheetState(tx, actor, id, { state: 'published', at: { value: today, precision: 'day' } });
  return null;
}
