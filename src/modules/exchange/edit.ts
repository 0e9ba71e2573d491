import { findAudience, patchSheet, type EditSpec } from '~/sheets/index.ts';
import { periodColumns, writeExpiry } from './commands.ts';
import { readExpiry, readFor, readPeriod } from './create.ts';
import { editFields } from './fields.ts';
import { buildPlaces } from './places.ts';

const one = (text: string | null) => (text ? [text] : []);

export const edit: EditSpec = {
  fields: editFields,
  async read(db, id) {
    const [row, places, audience] = await Promise.all([
      db.selectFrom('sheets').innerJoin('listings', 'listings.sheet_id', 'sheets.id')
        .select(['title', 'summary', 'countries', 'themes', 'nature', 'period_start', 'period_end', 'expires_on']).where('sheets.id', '=', id).executeTakeFirstOrThrow(),
      db.selectFrom('sheet_places').select('territory_id').where('sheet_id', '=', id).orderBy('position').execute(),
      findAudience(db, id),
    ]);
    return {
      nature: one(row.nature), titre: [row.title], texte: one(row.summary), pays: row.countries, lieux: places.flatMap((place) => place.territory_id ?? []), themes: row.themes,
      debut: one(row.period_start), fin: one(row.period_end), echeance: [row.expires_on], pour: [audience],
    };
  },
  async write(tx, _actor, id, input, changed, { reader, today }) {
    const { state } = await tx.selectFrom('sheets').select('state').where('id', '=', id).executeTakeFirstOrThrow();
    const isLive = state === 'published' || state === 'contact' || state === 'draft';
    if (changed.has('echeance') && !isLive) return { refused: 'closed', field: 'echeance' };
    if (state === 'draft' && changed.has('pour')) return { refused: 'publish-first', field: 'pour' };
    if (state !== 'draft' && changed.has('pour') && input.text('pour') === 'draft') return { refused: 'draft-no-more', field: 'pour' };
    const period = readPeriod(input);
    if ('refused' in period) return period;
    // What has ended keeps its day, which is not judged by today's; what somebody else shared with their group keeps its audience.
    const expiry = changed.has('echeance') ? readExpiry(input, today) : null;
    if (expiry && 'refused' in expiry) return expiry;
    const audience = changed.has('pour') ? readFor(input, reader) : null;
    if (audience && 'refused' in audience) return audience;
    const { places, countries } = await buildPlaces(tx, input.list('lieux'), input.list('pays'));
    await tx.updateTable('listings').set({ nature: input.text('nature'), ...periodColumns(period) }).where('sheet_id', '=', id).execute();
    await patchSheet(tx, id, {
      title: input.text('titre')!, summary: input.text('texte'), themes: input.list('themes'), ...(changed.has('lieux') || changed.has('pays') ? { places, countries } : {}),
      ...audience,
    });
    if (expiry) await writeExpiry(tx, id, expiry.expiresOn);
    return null;
  },
};
