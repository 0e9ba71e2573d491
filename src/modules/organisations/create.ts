import { sql, type Read, type Tx } from '~/platform/db/index.ts';
import { createSheet, findFreeSlug, type CreateSpec, type EditRefusal, type Input, type Reader, type Role, type Values } from '~/sheets/index.ts';
import { writeContact } from '~/modules/territories/index.ts';
import { mainFields, seatAt } from './edit.ts';

const creators: readonly Role[] = ['agent', 'elected', 'partner', 'animator', 'administrator'];

/** A local actor, economic, cultural, academic, of associations, public or private (R005): kept by the body of who adds it. */
export const create: CreateSpec = {
  fields: [...mainFields.map((field) => (field.name === 'siege' ? { ...field, required: true } : field)), { name: 'site', type: 'url', group: 'contact' }],
  may: ({ acting }: Reader) => acting !== undefined && creators.includes(acting.role),
  async read(db, { acting }): Promise<Values> {
    if (acting?.body?.kind !== 'territory') return {};
    const { countries } = await db.selectFrom('sheets').select('countries').where('id', '=', acting.body.id).executeTakeFirstOrThrow();
    return { siege: [acting.body.id], pays: countries.slice(0, 1) };
  },
  async run(tx, actor, input, { reader }) {
    const refused = await findReason(tx, input, reader);
    if (refused) return refused;
    const [title, seat] = [input.text('nom')!, await seatAt(tx, input.text('siege')!)];
    const sheet = await createSheet(tx, actor, {
      kind: 'organisation', type: input.text('nature'), slug: await findFreeSlug(tx, 'organisation', title), title, context: seat.label,
      summary: input.text('presentation'), themes: input.list('themes'), countries: input.list('pays'), places: [seat], ownerId: actor.onBehalfOf ?? null,
    });
    await writeContact(tx, sheet.id, input);
    return sheet;
  },
};

/** Committees of twinning all have one name: the same name in the same place is one organisation. */
async function findReason(tx: Tx, input: Input, reader: Reader): Promise<EditRefusal | null> {
  const { rows } = await sql<{ id: string }>`
    select s.id from sheets s join sheet_names n on n.sheet_id = s.id join sheet_places p on p.sheet_id = s.id
    where s.kind = 'organisation' and s.merged_into is null and n.plain = plain(${input.text('nom')}) and p.territory_id = ${input.text('siege')}::uuid limit 1`.execute(tx);
  if (rows.length) return { refused: 'exists', field: 'nom' };
  return (await isWithin(tx, input.text('siege')!, reader)) ? null : { refused: 'elsewhere', field: 'siege' };
}

/** An authority adds the actors of its territory; a network those of anywhere. */
async function isWithin(db: Read, seat: string, { acting }: Reader): Promise<boolean> {
  const { body } = acting!;
  if (!body || body.kind !== 'territory' || body.id === seat) return true;
  const { rows } = await sql<{ within: boolean }>`
    select ${body.id}::uuid in (s.intercommunality_id, s.department_id, s.region_id) or s.sheet_id in (b.intercommunality_id, b.department_id, b.region_id) as within
    from territories s, territories b where s.sheet_id = ${seat}::uuid and b.sheet_id = ${body.id}::uuid`.execute(db);
  return rows[0]?.within ?? false;
}
