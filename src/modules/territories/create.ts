import { sql, type Tx } from '~/platform/db/index.ts';
import type { Actor } from '~/platform/events/index.ts';
import { countryName } from '~/reference/index.ts';
import { findFreeSlug, labelOfType, type CreateSpec, type EditRefusal, type Input, type Reader, type Role, type SheetRef } from '~/sheets/index.ts';
import { createTerritory } from './commands.ts';
import { foreignTypes, frenchTypes } from './types.ts';

const creators: readonly Role[] = ['agent', 'elected', 'animator', 'administrator'];
const reviewers: readonly Role[] = ['animator', 'administrator'];

/** A place abroad that nobody has named yet; a French authority that the code lists do not have, by those who answer for them. */
export const create: CreateSpec = {
  fields: [
    { name: 'nom', type: 'text', required: true },
    { name: 'nature', type: 'select', choices: async (_db, _id, lang) => [...foreignTypes, ...frenchTypes].map((type) => [type, labelOfType('territory', type, lang) ?? type] as const), required: true },
    { name: 'pays', type: 'countries', required: true },
    { name: 'departement', type: 'sheets', of: ['territory'] },
    { name: 'insee', type: 'text', max: 5 },
    { name: 'siren', type: 'text', max: 11 },
    { name: 'site', type: 'url' },
  ],
  may: ({ acting }: Reader) => acting !== undefined && creators.includes(acting.role),
  async run(tx, actor, input, { reader }) {
    const french = input.text('pays') === 'FR';
    if (french && !reviewers.includes(reader.acting?.role ?? 'expert')) return { refused: 'french-declared', field: 'pays' };
    const refused = await findReason(tx, input, french);
    return refused ?? write(tx, actor, input, french);
  },
};

const digits = (text: string | null) => text?.replace(/\s/g, '').toUpperCase() || null;

async function findReason(tx: Tx, input: Input, french: boolean): Promise<EditRefusal | null> {
  const [nature, country, insee, siren] = [input.text('nature')!, input.text('pays')!, digits(input.text('insee')), digits(input.text('siren'))];
  if (french !== (frenchTypes as readonly string[]).includes(nature)) return { refused: french ? 'nature-french' : 'nature-foreign', field: 'nature' };
  if (insee && !/^(\d[\dAB]\d{3}|\d{2,3})$/.test(insee)) return { refused: 'insee-form', field: 'insee' };
  if (siren && !/^\d{9}$/.test(siren)) return { refused: 'siren-form', field: 'siren' };
  const { rows } = await sql<{ field: string }>`
    select 'insee' as field from territories where insee = ${insee} or ${insee} in (select name from sheet_names n where n.sheet_id = territories.sheet_id and n.kind = 'code')
    union all select 'siren' from territories where siren = ${siren}
    union all select 'nom' from sheets s join sheet_names n on n.sheet_id = s.id
      where s.kind = 'territory' and s.merged_into is null and s.countries @> array[${country}] and s.type = ${nature} and n.plain = plain(${input.text('nom')})
        and (${insee}::text is null and ${siren}::text is null) limit 1`.execute(tx);
  return rows[0] ? { refused: `exists-${rows[0].field}`, field: rows[0].field } : null;
}

async function write(tx: Tx, actor: Actor, input: Input, french: boolean): Promise<SheetRef> {
  const [title, country, insee, siren] = [input.text('nom')!, input.text('pays')!, digits(input.text('insee')), digits(input.text('siren'))];
  const above = french && input.text('departement')
    ? await tx.selectFrom('territories').innerJoin('sheets', 'sheets.id', 'territories.sheet_id').select(['sheet_id', 'region_id', 'insee', 'title', 'type']).where('sheet_id', '=', input.text('departement')).executeTakeFirst()
    : undefined;
  const region = above?.type === 'region';
  const context = french ? (above ? await contextOf(tx, above) : null) : countryName(country, 'fr');
  const sheet = await createTerritory(tx, actor, {
    type: input.text('nature')!, slug: await findFreeSlug(tx, 'territory', title), title, side: french ? 'french' : 'foreign', country, context,
    names: [insee, siren].filter((code) => code !== null).map((name) => ({ name, kind: 'code' as const })),
    insee, siren, timeZone: french ? 'Europe/Paris' : undefined,
    departmentId: region ? null : above?.sheet_id, regionId: region ? above?.sheet_id : above?.region_id, sources: [],
  });
  const web = input.text('site');
  if (web) await tx.insertInto('contacts').values({ sheet_id: sheet.id, web }).execute();
  return sheet;
}

/** « Gironde (33) », as the communes of that département say it. */
async function contextOf(tx: Tx, above: { sheet_id: string; title: string; insee: string | null }): Promise<string> {
  const beside = await tx.selectFrom('territories').innerJoin('sheets', 'sheets.id', 'territories.sheet_id').select('context').where('department_id', '=', above.sheet_id).where('type', '=', 'commune').where('context', 'is not', null).limit(1).executeTakeFirst();
  return beside?.context ?? above.title;
}
