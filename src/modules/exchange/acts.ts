import { latestDay } from '~/platform/dates/partial.ts';
import type { Read } from '~/platform/db/index.ts';
import { recordChange, readAudience, updateLinks, type ActSpec } from '~/sheets/index.ts';
import { closeListing, publishListing, withdrawListing } from './commands.ts';
import { readPortrait } from './create.ts';
import { expiry, portraitFields, publishedAudience } from './fields.ts';
import { checkExpiry, mayBecome, type ListingState } from './rules.ts';

const stateOf = async (db: Read, id: string) => (await db.selectFrom('sheets').select(['state', 'type']).where('id', '=', id).executeTakeFirst()) ?? { state: null, type: null };
const has = (to: ListingState) => async (db: Read, id: string) => mayBecome((await stateOf(db, id)).state, to);
const one = (value: string | number | null) => (value === null ? [] : [String(value)]);

const publish: ActSpec = {
  name: 'publier',
  fields: [publishedAudience, expiry],
  has: has('published'),
  async read(db, id) {
    const row = await db.selectFrom('listings').select('expires_on').where('sheet_id', '=', id).executeTakeFirstOrThrow();
    return { pour: ['public'], echeance: [row.expires_on] };
  },
  async run(tx, actor, id, input, { reader, today }) {
    const expiresOn = latestDay(input.date('echeance')!);
    const wrong = checkExpiry(expiresOn, today);
    if (wrong) return { refused: wrong, field: 'echeance' };
    const audience = readAudience(reader, input.text('pour')!);
    if (!audience) return { refused: 'audience', field: 'pour' };
    const done = await publishListing(tx, actor, id, { ...audience, expiresOn, today });
    return done === 'published' ? null : done;
  },
};

const portrait: ActSpec = {
  name: 'portrait',
  fields: portraitFields,
  async has(db, id) {
    const { state, type } = await stateOf(db, id);
    return type === 'recherche' && ['draft', 'published', 'contact'].includes(state ?? '');
  },
  async read(db, id) {
    const row = await db.selectFrom('listings').select(['population', 'area', 'character', 'expected', 'behind', 'languages', 'means']).where('sheet_id', '=', id).executeTakeFirstOrThrow();
    return { population: one(row.population), superficie: one(row.area), caractere: one(row.character), attendu: one(row.expected), porteurs: row.behind, langues: one(row.languages), moyens: one(row.means) };
  },
  async run(tx, actor, id, input) {
    await tx.updateTable('listings').set(readPortrait(input)).where('sheet_id', '=', id).execute();
    await recordChange(tx, actor, id, 'portrait');
    return null;
  },
};

const close: ActSpec = {
  name: 'conclure',
  fields: [
    { name: 'avec', type: 'sheets', of: ['territory', 'organisation', 'network'], several: true },
    { name: 'avec_autre', type: 'text', max: 150 },
    { name: 'suite', type: 'textarea', required: true, max: 1500, rows: 4 },
    { name: 'fiche', type: 'sheets', of: ['partnership', 'action', 'event'] },
  ],
  has: has('matched'),
  async run(tx, actor, id, input) {
    const [bodies, other] = [input.list('avec'), input.text('avec_autre')];
    if (!bodies.length && !other) return { refused: 'with-whom', field: 'avec' };
    await updateLinks(tx, id, 'matched', bodies);
    await updateLinks(tx, id, 'outcome', input.list('fiche'));
    const done = await closeListing(tx, actor, id, { outcome: input.text('suite')!, other });
    return done === 'closed' ? null : done;
  },
};

const withdraw: ActSpec = {
  name: 'retirer',
  fields: [{ name: 'raison', type: 'textarea', max: 1000, rows: 3 }],
  has: has('withdrawn'),
  async run(tx, actor, id, input) {
    const done = await withdrawListing(tx, actor, id, input.text('raison'));
    return done === 'withdrawn' ? null : done;
  },
};

export const acts: readonly ActSpec[] = [publish, portrait, close, withdraw];
