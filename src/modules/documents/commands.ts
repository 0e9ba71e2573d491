import type { Tx } from '~/platform/db/index.ts';
import { recordEvent, type Actor } from '~/platform/events/index.ts';
import { addFact, type Fact, type Source } from '~/sheets/index.ts';
import { mayCarry, type Part, type PassageNature } from './rules.ts';

export interface PassageInput {
  part: Part;
  nature: PassageNature;
  text: string;
  url: string | null;
  source: Source;
}

/** Writes what a document says, in our words, after what it already has. */
export async function addPassage(tx: Tx, actor: Actor, { part, nature, text, url, source }: PassageInput): Promise<void> {
  const document = await tx.selectFrom('documents').select('nature').where('id', '=', source.document).executeTakeFirstOrThrow();
  if (!mayCarry(document.nature, nature)) throw new RangeError(`An opinion in a document that is not one: ${source.document}`);
  await tx
    .insertInto('document_passages')
    .values((eb) => ({
      document_id: source.document,
      part,
      nature,
      text,
      url,
      locator: source.locator ?? null,
      position: eb.selectFrom('document_passages').select((e) => e.fn.countAll<number>().as('n')).where('document_id', '=', source.document).where('part', '=', part),
    }))
    .execute();
  await recordEvent(tx, { name: 'document.passage', actor, changes: { [source.document]: [null, text] } });
}

/** A figure of a document, on the sheet of what it measures; `known` when that sheet already has it. */
export async function addFigure(tx: Tx, actor: Actor, sheetId: string, figure: Fact): Promise<'added' | 'known'> {
  const same = await tx
    .selectFrom('sheets')
    .leftJoin('sheet_facts', (join) => join.onRef('sheet_facts.sheet_id', '=', 'sheets.id').on('sheet_facts.value', '=', figure.value))
    .select(['sheets.kind', 'sheet_facts.id', 'sheet_facts.field', 'start_date', 'start_precision'])
    .where('sheets.id', '=', sheetId)
    .execute();
  const isStart = same[0]?.start_precision === 'year' && same[0].start_date === figure.value;
  if (isStart || same.some((row) => row.id !== null && !row.field!.startsWith('figure.'))) return 'known';
  await addFact(tx, sheetId, figure);
  await recordEvent(tx, { name: `${same[0]!.kind}.figure`, sheetId, actor, changes: { [figure.field]: [null, figure.value] } });
  return 'added';
}

/** A figure about something that has no sheet stays with the document that gives it. */
export async function addLooseFigure(tx: Tx, actor: Actor, figure: Fact): Promise<void> {
  for (const source of figure.sources) {
    await tx
      .insertInto('document_figures')
      .values((eb) => ({
        document_id: source.document,
        position: eb.selectFrom('document_figures').select((e) => e.fn.countAll<number>().as('n')).where('document_id', '=', source.document),
        label: figure.label ?? figure.field,
        value: figure.value,
        unit: figure.unit ?? null,
        qualifier: figure.qualifier ?? 'exact',
        observed: figure.observed?.value ?? null,
        observed_precision: figure.observed?.precision ?? null,
        note: figure.note ?? null,
        locator: source.locator ?? null,
      }))
      .execute();
  }
  await recordEvent(tx, { name: 'document.figure', actor, changes: { [figure.field]: [null, figure.value] } });
}
