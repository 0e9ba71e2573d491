import { sql, type Tx } from '~/platform/db/index.ts';
import type { Actor } from '~/platform/events/index.ts';
import { createTerritory } from '~/modules/territories/index.ts';
import { countryName } from '~/reference/index.ts';
import { findFreeSlug, recordDeclaration, type CreateSpec, type EditRefusal, type Input, type Reader, type SheetRef } from '~/sheets/index.ts';
import { createPartnership } from './commands.ts';
import { told } from './edit.ts';
import { atField } from './gestures/refused.ts';
import { checkSides, describeParties, findDouble } from './parties.ts';
import { checkStartEdited, isRefusal, refuse, type Dimension, type PartnershipType, type StartMeaning } from './rules.ts';
import type { Gain } from './types.ts';

/** R021, R022: a new link enters as a draft of the authority for which one acts; opening it is a change of state. */
export const create: CreateSpec = {
  fields: [
    { name: 'nature', type: 'radio', required: true, choices: ['jumelage', 'accord-de-cooperation', 'amitie', 'projet', 'contact'] },
    { name: 'etrangeres', type: 'sheets', of: ['territory'], several: true, group: 'partenaire' },
    { name: 'nouveau_nom', type: 'text', max: 120, group: 'nouveau' },
    { name: 'nouveau_pays', type: 'countries', group: 'nouveau' },
    { name: 'nouveau_genre', type: 'select', choices: ['ville', 'province', 'land', 'region_partenaire', 'camp_de_refugies', 'non_precise'], group: 'nouveau' },
    { name: 'provisoire', type: 'text', max: 120, group: 'inconnu' },
    { name: 'pays', type: 'countries', group: 'inconnu' },
    { name: 'avec', type: 'sheets', of: ['territory'], several: true, group: 'parties' },
    ...told,
  ],
  may: (reader) => leadOf(reader) !== undefined,
  read: async (_db, _reader, query) => ({ etrangeres: [query('etrangere') ?? ''].filter(Boolean), nature: [query('nature') ?? ''].filter(Boolean) }),
  async run(tx, actor, input, { reader, today }) {
    const refused = checkStartEdited(input.date('debut'), input.text('sens_debut'), today) ?? checkPartner(input);
    if (refused) return atField(refused)!;
    const lead = leadOf(reader)!;
    const french = [lead, ...input.list('avec').filter((id) => id !== lead)];
    const type = input.text('nature') as PartnershipType;
    const chosen = input.list('etrangeres');
    const wrongSide = await checkSides(tx, { french, foreign: chosen });
    if (wrongSide) return atField(wrongSide)!;
    const double = await findDouble(tx, type, { french, foreign: chosen });
    if (double) return toRefusal(double, reader);
    const added = await addTerritory(tx, actor, input);
    if (added && 'refused' in added) return added;
    const parties = { french, foreign: [...chosen, ...(added ? [added.id] : [])], placeholder: input.text('provisoire'), countries: input.list('pays') };
    const { title } = await describeParties(tx, parties);
    const sources = [...input.sources.values()];
    const answer = await createPartnership(tx, actor, {
      ...readTold(input), ...parties, type, visibility: 'draft', state: { state: 'draft' }, slug: await findFreeSlug(tx, 'partnership', title),
      sources: sources.length ? sources : [await recordDeclaration(tx, actor, today)],
    });
    return isRefusal(answer) ? atField(answer)! : answer;
  },
};

/** The French authority for which this person acts. */
function leadOf({ acting }: Reader): string | undefined {
  return acting?.body?.kind === 'territory' && (acting.role === 'agent' || acting.role === 'elected') ? acting.body.id : undefined;
}

/** Invariant 1: a territory, one that is declared here, or what stands for one that has no name yet. */
function checkPartner(input: Input) {
  if (input.text('nouveau_nom') && !(input.text('nouveau_pays') && input.text('nouveau_genre'))) return refuse('partner.incomplete');
  return input.list('etrangeres').length || input.text('nouveau_nom') || input.text('provisoire') ? null : refuse('parties.placeholder');
}

function toRefusal({ visibility, ownerId, ...sheet }: NonNullable<Awaited<ReturnType<typeof findDouble>>>, reader: Reader): EditRefusal {
  const seen = visibility === 'public' || (ownerId !== null && reader.bodies.includes(ownerId));
  return { ...atField(refuse('exists'))!, ...(seen ? { sheet } : {}) };
}

/** A partner that nobody has entered yet: its name, its country, what it is. */
async function addTerritory(tx: Tx, actor: Actor, input: Input): Promise<SheetRef | EditRefusal | null> {
  const [title, country] = [input.text('nouveau_nom'), input.text('nouveau_pays')];
  if (!title || !country) return null;
  const known = await sql<SheetRef & { title: string }>`
    select s.id, s.kind, s.slug, s.title from sheets s join sheet_names n on n.sheet_id = s.id
    where s.kind = 'territory' and s.merged_into is null and s.visibility = 'public' and s.countries @> array[${country}] and n.plain = plain(${title}) limit 1`.execute(tx);
  if (known.rows[0]) return { refused: 'partner.exists', field: 'nouveau_nom', sheet: known.rows[0] };
  const slug = await findFreeSlug(tx, 'territory', title);
  return createTerritory(tx, actor, { type: input.text('nouveau_genre')!, slug, title, side: 'foreign', country, context: countryName(country, 'fr'), names: [], sources: [] });
}

function readTold(input: Input) {
  const gains = (['here', 'there'] as const).flatMap((side): Gain[] => {
    const field = side === 'here' ? 'gains_ici' : 'gains_labas';
    return input.lines(field).map((sentence) => ({ side, sentence, source: input.source(field) }));
  });
  const list = input.list('dimensions') as Dimension[];
  return {
    start: input.date('debut') ?? undefined,
    startMeaning: (input.text('sens_debut') ?? undefined) as StartMeaning | undefined,
    summary: input.text('resume') ?? undefined,
    themes: input.list('themes'),
    gains,
    ...(list.length ? { dimensions: { list, basis: 'own' as const, source: input.source('dimensions') } } : {}),
  };
}
