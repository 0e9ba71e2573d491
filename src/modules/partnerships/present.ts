import type { Read, Tx } from '~/platform/db/index.ts';

/** What a partnership's form shows and its correction compares with. */
export async function readPartnership(db: Read | Tx, sheetId: string) {
  const [sheet, gains, links] = await Promise.all([
    db.selectFrom('sheets').innerJoin('partnerships', 'partnerships.sheet_id', 'sheets.id')
      .select(['type', 'state', 'visibility', 'owner_id', 'start_date', 'start_meaning', 'summary', 'countries', 'themes', 'dimensions', 'dimensions_basis', 'mediator', 'placeholder'])
      .where('sheets.id', '=', sheetId).executeTakeFirstOrThrow(),
    db.selectFrom('partnership_gains').select(['side', 'sentence', 'document_id', 'locator']).where('sheet_id', '=', sheetId).orderBy('position').execute(),
    db.selectFrom('sheet_links').select(['role', 'to_id', 'note']).where('from_id', '=', sheetId).orderBy('position').execute(),
  ]);
  return { sheet, gains, links };
}
