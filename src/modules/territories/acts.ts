import { findCountry } from '~/reference/index.ts';
import { settleAct, type ActSpec, type Values } from '~/sheets/index.ts';
import { addDistinction, listDistinctions, removeDistinction } from './distinctions.ts';
import { join } from './join.ts';
import { chooseName, listOwnNames } from './namings.ts';
import { locate } from './locate.ts';
import { isFrench } from './queries.ts';

/** How this authority writes a country or a territory (R025). An empty name is the usual one again. */
const nommer: ActSpec = {
  name: 'nommer',
  fields: [
    { name: 'pays', type: 'countries' },
    { name: 'territoire', type: 'sheets', of: ['territory'] },
    { name: 'nom', type: 'text', max: 120, sourced: true },
  ],
  may: (right) => right !== 'partner' && right !== 'keeper',
  has: isFrench,
  async read(db, sheetId, _context, query): Promise<Values> {
    const country = query('pays');
    const names = await listOwnNames(db, sheetId);
    const territory = await db.selectFrom('sheets').select('id').where('kind', '=', 'territory').where('slug', '=', query('territoire') ?? '').executeTakeFirst();
    const name = country ? names.countries.get(country) : territory && names.territories.get(territory.id);
    return { pays: country ? [country] : [], territoire: territory ? [territory.id] : [], nom: name ? [name] : [] };
  },
  async run(tx, actor, sheetId, input) {
    const [country, territory, name] = [input.text('pays'), input.text('territoire'), input.text('nom')];
    if (!country === !territory) return { refused: 'naming-one', field: 'pays' };
    if (country && findCountry(country)?.iso === 'FR') return { refused: 'naming-france', field: 'pays' };
    const changed = await chooseName(tx, actor, sheetId, country ? { country } : { territory: territory! }, name, input.source('nom'));
    return changed ? null : { refused: 'naming-same', field: 'nom' };
  },
};

const distinction: ActSpec = {
  name: 'distinction',
  fields: [
    { name: 'distinction', type: 'text', required: true, sourced: true },
    { name: 'decerne_par', type: 'text', required: true },
    { name: 'annee', type: 'date' },
  ],
  async run(tx, actor, sheetId, input) {
    const source = input.source('distinction');
    if (!source) return { refused: 'source-needed', field: 'distinction' };
    await addDistinction(tx, actor, sheetId, { name: input.text('distinction')!, issuer: input.text('decerne_par')!, year: input.date('annee'), source });
    return null;
  },
};

const distinctionRemoved: ActSpec = {
  name: 'distinction-retirer',
  fields: [
    {
      name: 'laquelle', type: 'radio', required: true,
      choices: async (db, sheetId) => (sheetId ? (await listDistinctions(db, sheetId)).map((one) => [one.id, one.issuer ? `${one.name}, ${one.issuer}` : one.name] as const) : []),
    },
    { name: 'motif', type: 'text', required: true },
  ],
  has: async (db, sheetId) => (await listDistinctions(db, sheetId)).length > 0,
  async run(tx, actor, sheetId, input) {
    const removed = await removeDistinction(tx, actor, sheetId, input.text('laquelle')!, input.text('motif')!);
    return removed ? null : { refused: 'distinction-gone', field: 'laquelle' };
  },
};

export const acts: readonly ActSpec[] = [nommer, settleAct, distinction, distinctionRemoved, locate, join];
