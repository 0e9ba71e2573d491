import { newId, type Tx } from '~/platform/db/index.ts';
import { patchSheet, type EditSpec, type Input, type SheetPatch } from '~/sheets/index.ts';
import { atField } from './gestures/refused.ts';
import { checkSides, describeParties, findDouble, type Parties } from './parties.ts';
import { readPartnership } from './present.ts';
import { checkParties, checkPublication, checkStartEdited, refuse, type PartnershipType, type Refusal } from './rules.ts';

type Present = Awaited<ReturnType<typeof readPartnership>>;
type Changed = ReadonlySet<string>;

const touches = (changed: Changed, ...names: string[]) => names.some((name) => changed.has(name));
const isPartiesChange = (changed: Changed) => touches(changed, 'avec', 'etrangeres', 'provisoire');

/** What was accepted in the form of a partnership. Only what differs is written. */
export const writePartnership: EditSpec['write'] = async (tx, _actor, sheetId, input, changed, { today }) => {
  const present = await readPartnership(tx, sheetId);
  const parties = readParties(input, present);
  const refused = (await checkStart(tx, sheetId, input, changed, today)) ?? (await checkMembers(tx, sheetId, present, parties, input, changed)) ?? checkOpening(present, input, changed);
  if (refused) return atField(refused);
  await patchSheet(tx, sheetId, { ...readPatch(input, changed), ...(touches(changed, 'avec', 'etrangeres', 'provisoire', 'mediateur_organisation') ? await patchParties(tx, present, parties, input) : {}) });
  await writeOwn(tx, sheetId, input, changed);
  if (touches(changed, 'gains_ici', 'gains_labas')) await writeGains(tx, sheetId, input, present);
  return null;
};

/** R023, R024: a year with its meaning; while two texts disagree the year is settled, not overwritten. */
async function checkStart(tx: Tx, sheetId: string, input: Input, changed: Changed, today: string): Promise<Refusal | null> {
  if (!touches(changed, 'debut', 'sens_debut')) return null;
  const refused = checkStartEdited(input.date('debut'), input.text('sens_debut'), today);
  if (refused || !changed.has('debut')) return refused;
  const doubt = await tx.selectFrom('sheet_facts').select('id').where('sheet_id', '=', sheetId).where('field', '=', 'start').where('chosen', '=', false).where('outdated', '=', false).limit(1).executeTakeFirst();
  return doubt ? refuse('start.doubt') : null;
}

async function checkMembers(tx: Tx, sheetId: string, { sheet }: Present, parties: Parties, input: Input, changed: Changed): Promise<Refusal | null> {
  if (!isPartiesChange(changed)) return null;
  const refused = checkParties({ ...parties, draft: input.text('publication') === 'draft' }) ?? (await checkSides(tx, parties));
  if (refused) return refused;
  if (!parties.foreign.length && !parties.placeholder && !sheet.countries.length) return refuse('parties.placeholder');
  return (await findDouble(tx, sheet.type as PartnershipType, parties, sheetId)) ? refuse('exists') : null;
}

/** Invariant 7: what becomes public, and what is public and is told anew, says what residents gain. */
function checkOpening({ sheet, links }: Present, input: Input, changed: Changed): Refusal | null {
  if (input.text('publication') !== 'public' || !touches(changed, 'publication', 'gains_ici', 'gains_labas')) return null;
  const foreign = isPartiesChange(changed) ? input.list('etrangeres') : links.filter((link) => link.role === 'foreign').map((link) => link.to_id);
  if (changed.has('publication') && sheet.state === 'draft') return refuse('publish.state');
  if (!foreign.length) return refuse('parties.foreign');
  return checkPublication({ gains: [...input.lines('gains_ici'), ...input.lines('gains_labas')].map((sentence) => ({ sentence })) });
}

function readParties(input: Input, { sheet, links }: Present): Parties {
  const lead = sheet.owner_id ?? links.find((link) => link.role === 'french')?.to_id;
  const others = input.list('avec').filter((id) => id !== lead);
  return { french: lead ? [lead, ...others] : others, foreign: input.list('etrangeres'), placeholder: input.text('provisoire'), countries: sheet.countries };
}

function readPatch(input: Input, changed: Changed): SheetPatch {
  return {
    ...(changed.has('debut') ? { start: input.date('debut') } : {}),
    ...(changed.has('sens_debut') ? { startMeaning: input.text('sens_debut') } : {}),
    ...(changed.has('resume') ? { summary: input.text('resume') } : {}),
    ...(changed.has('themes') ? { themes: input.list('themes') } : {}),
    ...(changed.has('publication') ? { visibility: input.text('publication') as 'public' | 'draft' } : {}),
  };
}

/** Its address is for keeps: the name follows its parties, the address does not. */
async function patchParties(tx: Tx, { links }: Present, parties: Parties, input: Input): Promise<SheetPatch> {
  const { slug: _, ...described } = await describeParties(tx, parties);
  const others = links.filter(({ role }) => !['french', 'foreign', 'mediator'].includes(role)).map(({ role, to_id, note }) => ({ role, to: to_id, ...(note ? { note } : {}) }));
  return { ...described, links: [...described.links, ...input.list('mediateur_organisation').map((to) => ({ role: 'mediator', to })), ...others] };
}

async function writeOwn(tx: Tx, sheetId: string, input: Input, changed: Changed): Promise<void> {
  const list = input.list('dimensions');
  const said = input.source('dimensions');
  const patch = {
    ...(changed.has('mediateur') ? { mediator: input.text('mediateur') } : {}),
    ...(changed.has('provisoire') ? { placeholder: input.text('provisoire') } : {}),
    ...(changed.has('dimensions')
      ? { dimensions: list, dimensions_basis: list.length ? ('own' as const) : null, dimensions_document: said?.document ?? null, dimensions_locator: said?.locator ?? null }
      : {}),
  };
  if (Object.keys(patch).length) await tx.updateTable('partnerships').set(patch).where('sheet_id', '=', sheetId).execute();
}

/** A sentence that did not change keeps the text that says it. */
async function writeGains(tx: Tx, sheetId: string, input: Input, { gains }: Present): Promise<void> {
  const rows = (['here', 'there'] as const).flatMap((side) => {
    const field = side === 'here' ? 'gains_ici' : 'gains_labas';
    return input.lines(field).map((sentence) => {
      const kept = gains.find((gain) => gain.side === side && gain.sentence === sentence);
      const said = input.source(field);
      return { side, sentence, document_id: kept ? kept.document_id : (said?.document ?? null), locator: kept ? kept.locator : (said?.locator ?? null) };
    });
  });
  await tx.deleteFrom('partnership_gains').where('sheet_id', '=', sheetId).execute();
  if (rows.length) await tx.insertInto('partnership_gains').values(rows.map((row, position) => ({ id: newId(), sheet_id: sheetId, ...row, position }))).execute();
}
