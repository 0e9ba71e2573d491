import type { PartialDate } from '~/platform/dates/partial.ts';
import type { Read } from '~/platform/db/index.ts';
import { sheetHref, toDate, visibleTo, type Reader } from '~/sheets/index.ts';
import { isSaidBy } from './rules.ts';

export interface FunctionShown {
  id: string;
  function: string;
  /** The body's name, when the function does not already say it. */
  body: string | null;
  /** Path of the body's sheet, in French, when this reader may see it. */
  bodyHref: string | null;
  isCurrent: boolean;
  asOf: PartialDate | null;
}

/** Somebody as public pages may show them: by name or not, always with what they were on that day. */
export interface Speaker extends FunctionShown {
  name: string | null;
  /** There is a name, and it waits for the person's consent. */
  isWithheld: boolean;
  /** What else they were on the same day. Only for people who are named. */
  others: FunctionShown[];
}

/** For imports: the id of somebody's function, by reference and place: `find('celine-papin', 3)`. */
export async function findFunctions(db: Read): Promise<(reference: string, position: number) => string> {
  const rows = await db.selectFrom('person_functions').innerJoin('people', 'people.id', 'person_functions.person_id').select(['person_functions.id', 'reference', 'position']).execute();
  const ids = new Map(rows.map((row) => [`${row.reference} ${row.position}`, row.id]));
  return (reference, position) => {
    const id = ids.get(`${reference} ${position}`);
    if (!id) throw new RangeError(`No function ${position} of ${reference}`);
    return id;
  };
}

/** Speakers by function id. Names come from people_named, so the rule has already been applied. */
export async function findSpeakers(db: Read, reader: Reader, functionIds: readonly string[]): Promise<Map<string, Speaker>> {
  if (!functionIds.length) return new Map();
  const rows = await db
    .selectFrom('people_named as asked')
    .innerJoin('people_named as held', (join) => join.onRef('held.person_id', '=', 'asked.person_id'))
    .leftJoin('sheets', (join) => join.onRef('sheets.id', '=', 'held.body_id').on(visibleTo(reader)))
    .select(['asked.function_id as asked_id', 'asked.name', 'asked.name_withheld', 'held.function_id', 'held.function', 'held.body', 'held.is_current', 'held.as_of', 'held.as_of_precision', 'sheets.kind', 'sheets.slug'])
    .where('asked.function_id', 'in', [...functionIds])
    .where((eb) => eb.or([eb('held.function_id', '=', eb.ref('asked.function_id')), eb.and([eb('asked.name', 'is not', null), eb('held.as_of', '=', eb.ref('asked.as_of'))])]))
    .orderBy('held.position')
    .execute();
  const speakers = new Map<string, Speaker>();
  for (const [asked, group] of Map.groupBy(rows, (row) => row.asked_id!)) {
    const shown = group.map((row) => ({
      id: row.function_id!, function: row.function!, body: row.body, isCurrent: row.is_current!, asOf: toDate(row.as_of, row.as_of_precision),
      bodyHref: row.kind && row.slug ? sheetHref(row.kind, row.slug) : null,
    }));
    const main = shown.find((one) => one.id === asked)!;
    const others = shown.filter((one) => one !== main && !isSaidBy(one.function, main.function));
    speakers.set(asked, { ...main, name: group[0]!.name, isWithheld: group[0]!.name_withheld!, others });
  }
  return speakers;
}
