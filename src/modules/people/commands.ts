import type { PartialDate } from '~/platform/dates/partial.ts';
import { newId, type Tx } from '~/platform/db/index.ts';
import { recordEvent, type Actor } from '~/platform/events/index.ts';
import type { Source } from '~/sheets/index.ts';
import type { ConsentField, Standing } from './rules.ts';

export interface FunctionInput {
  function: string;
  standing: Standing;
  /** The sheet of the body, and its name as written when the function does not already say it. */
  bodyId?: string;
  body?: string;
  /** Held before, and no longer on that day. */
  past?: boolean;
  asOf?: PartialDate;
  source?: Source;
}

export interface PersonInput {
  /** What an import calls this person, to find them again. Private like the name. */
  reference?: string;
  firstName: string;
  lastName: string;
  civility?: string;
  /** False: somebody whom the documents do not name. */
  named?: boolean;
  /** Other spellings of the name. */
  names?: string[];
  note?: string;
  /** Brought by a list that somebody else made: nothing is shown before they agree, public mandate or not. */
  held?: boolean;
  functions: FunctionInput[];
}

/** Writes a person, private. The event says that somebody was added, never who. */
export async function createPerson(tx: Tx, actor: Actor, person: PersonInput): Promise<{ id: string; functionIds: string[] }> {
  const id = newId();
  await tx
    .insertInto('people')
    .values({
      id, reference: person.reference ?? null, first_name: person.firstName, last_name: person.lastName, civility: person.civility ?? null,
      named: person.named ?? true, note: person.note ?? null, held: person.held ?? false,
    })
    .execute();
  if (person.names?.length) await tx.insertInto('person_names').values(person.names.map((name) => ({ person_id: id, name }))).execute();
  const functionIds = person.functions.map(() => newId());
  if (functionIds.length) await tx.insertInto('person_functions').values(person.functions.map((one, index) => functionRow(id, functionIds[index]!, index + 1, one))).execute();
  await recordEvent(tx, { name: 'person.created', actor });
  return { id, functionIds };
}

/** One more function of somebody; its id. */
export async function addFunction(tx: Tx, actor: Actor, personId: string, input: FunctionInput): Promise<string> {
  const id = newId();
  const { last } = await tx.selectFrom('person_functions').select((eb) => eb.fn.max('position').as('last')).where('person_id', '=', personId).executeTakeFirstOrThrow();
  await tx.insertInto('person_functions').values(functionRow(personId, id, Number(last ?? 0) + 1, input)).execute();
  await recordEvent(tx, { name: 'person.updated', actor });
  return id;
}

function functionRow(personId: string, id: string, position: number, input: FunctionInput) {
  return {
    id, person_id: personId, position, function: input.function, standing: input.standing,
    body_id: input.bodyId ?? null, body: input.body ?? null, is_current: !input.past,
    as_of: input.asOf?.value ?? null, as_of_precision: input.asOf?.precision ?? null,
    document_id: input.source?.document ?? null, locator: input.source?.locator ?? null,
  };
}

/** One field, one consent, its day kept. */
export async function addConsent(tx: Tx, actor: Actor, personId: string, field: ConsentField, at: string): Promise<void> {
  await tx
    .insertInto('person_consents')
    .values({ person_id: personId, field, given_at: at, recorded_by: actor.name })
    .onConflict((oc) => oc.columns(['person_id', 'field']).doUpdateSet({ given_at: at, withdrawn_at: null, recorded_by: actor.name }))
    .execute();
  await recordEvent(tx, { name: 'person.consent', actor, changes: { [field]: [false, true] } });
}

export async function withdrawConsent(tx: Tx, actor: Actor, personId: string, field: ConsentField, at: string): Promise<void> {
  await tx.updateTable('person_consents').set({ withdrawn_at: at }).where('person_id', '=', personId).where('field', '=', field).execute();
  await recordEvent(tx, { name: 'person.consent', actor, changes: { [field]: [true, false] } });
}

/** On request: the name and its spellings go, and what was agreed; what was said stays, said by a function. */
export async function removePersonalData(tx: Tx, actor: Actor, personId: string, at: string): Promise<void> {
  await tx.updateTable('people').set({ reference: null, first_name: '', last_name: '', civility: null, note: null, mail: null, phone: null, erased_at: at }).where('id', '=', personId).execute();
  await tx.deleteFrom('person_names').where('person_id', '=', personId).execute();
  await tx.deleteFrom('person_consents').where('person_id', '=', personId).execute();
  await recordEvent(tx, { name: 'person.erased', actor });
}
