import type { Read } from '~/platform/db/index.ts';
import type { FieldSpec, Input, NameKind, Values } from '~/sheets/index.ts';

const kinds = { autres_noms: 'alias', anciens_noms: 'former', noms_locaux: 'native', sigles: 'acronym' } as const satisfies Record<string, NameKind>;
type NameField = keyof typeof kinds;
const fields = Object.keys(kinds) as NameField[];

export const nameFields: readonly FieldSpec[] = fields.map((name) => ({ name, type: 'lines', max: 2000, rows: 3, group: 'noms' }));

export async function readNames(db: Read, sheetId: string): Promise<Values> {
  const rows = await db.selectFrom('sheet_names').select(['name', 'kind']).where('sheet_id', '=', sheetId).orderBy('name').execute();
  return Object.fromEntries(fields.map((field) => {
    const names = rows.filter((row) => row.kind === kinds[field]).map((row) => row.name);
    return [field, names.length ? [names.join('\n')] : []];
  }));
}

/** All names for patchSheet, or nothing when none changed. Misspellings are nobody's field: they stay. */
export async function namesOf(db: Read, sheetId: string, input: Input, changed: ReadonlySet<string>): Promise<{ name: string; kind: NameKind }[] | undefined> {
  if (!fields.some((field) => changed.has(field))) return undefined;
  const kept = await db.selectFrom('sheet_names').select('name').where('sheet_id', '=', sheetId).where('kind', '=', 'misspelling').execute();
  return [
    ...fields.flatMap((field) => input.lines(field).map((name) => ({ name: name.slice(0, 200), kind: kinds[field] }))),
    ...kept.map(({ name }) => ({ name, kind: 'misspelling' as const })),
  ];
}
