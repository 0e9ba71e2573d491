import type { Read } from '~/platform/db/index.ts';
import { latestDay } from '~/platform/dates/partial.ts';
import { findFreeSlug, readAudience, recordDeclaration, type CreateSpec, type EditRefusal, type Input, type Reader, type Values, type Visibility } from '~/sheets/index.ts';
import { createListing, type ListingInput, type Portrait } from './commands.ts';
import { createFields, searchFields } from './fields.ts';
import { buildPlaces } from './places.ts';
import { addMonths, checkExpiry, isReversed, usualMonths, type ListingType } from './rules.ts';

const roles = new Set(['agent', 'elected', 'project-holder', 'funder', 'partner', 'animator']);
const holders = new Set(['territory', 'organisation', 'network']);

/** An authority, a local actor, a network or a partner abroad. A search of a partner city is an authority's. */
export function mayList({ acting }: Reader): boolean {
  return acting !== undefined && roles.has(acting.role) && holders.has(acting.body?.kind ?? '');
}

export const create: CreateSpec = {
  fields: createFields,
  variants: { recherche: searchFields },
  may: mayList,
  async read(db, reader, query, today): Promise<Values> {
    const pays = query('pays');
    return {
      pour: ['public'], echeance: [addMonths(today, usualMonths)], sorte: query('sorte') ? [query('sorte')!] : [],
      ...(pays && /^[A-Z]{2}$/.test(pays) ? { pays: [pays] } : {}),
      ...(query('sorte') === 'recherche' ? await readPortraitOf(db, reader.acting?.body?.id) : {}),
    };
  },
  async run(tx, actor, input, { reader, today }) {
    const body = reader.acting!.body!;
    // Only the form of a search asks what is expected of a partner.
    const type = 'attendu' in input.values ? 'recherche' : (input.text('sorte') as ListingType);
    if (type === 'recherche' && body.kind !== 'territory') return { refused: 'search-authority' };
    const period = readPeriod(input);
    if ('refused' in period) return period;
    const checked = readPublication(input, reader, today);
    if ('refused' in checked) return checked;
    const { places, countries } = await buildPlaces(tx, input.list('lieux'), input.list('pays'));
    const portrait = type === 'recherche' ? readPortrait(input) : undefined;
    return createListing(tx, actor, {
      slug: await findFreeSlug(tx, 'listing', input.text('titre')!), title: input.text('titre')!, type, summary: input.text('texte') ?? portrait?.expected ?? null,
      themes: input.list('themes'), countries, places, ownerId: body.id, nature: input.text('nature'), period, ...checked, today, portrait,
      body: [body.title, portrait?.character, portrait?.means].filter(Boolean).join(' '), sources: [await recordDeclaration(tx, actor, today)],
    });
  },
};

interface Audience {
  visibility: Visibility;
  sharedWith: string[];
}

/** When what is sought or offered takes place. */
export function readPeriod(input: Input): ListingInput['period'] | EditRefusal {
  const period = { start: input.date('debut'), end: input.date('fin') };
  return isReversed(period.start?.value ?? null, period.end?.value ?? null) ? { refused: 'dates-order', field: 'fin' } : period;
}

/** The last day of a publication, and for whom it is: each is judged alone, since a correction may touch one of the two. */
export function readExpiry(input: Input, today: string): { expiresOn: string } | EditRefusal {
  const expiresOn = latestDay(input.date('echeance')!);
  const wrong = checkExpiry(expiresOn, today);
  return wrong ? { refused: wrong, field: 'echeance' } : { expiresOn };
}

export function readFor(input: Input, reader: Reader): Audience | EditRefusal {
  const audience = input.text('pour') === 'draft' ? { visibility: 'draft' as const, sharedWith: [] } : readAudience(reader, input.text('pour') ?? '');
  return audience ?? { refused: 'audience', field: 'pour' };
}

export function readPublication(input: Input, reader: Reader, today: string): ({ expiresOn: string } & Audience) | EditRefusal {
  const [expiry, audience] = [readExpiry(input, today), readFor(input, reader)];
  return 'refused' in expiry ? expiry : 'refused' in audience ? audience : { ...expiry, ...audience };
}

export function readPortrait(input: Input): Portrait {
  const population = input.number('population');
  return {
    population: population === null ? null : Math.min(Math.max(Math.round(population), 0), 2_000_000_000), area: input.text('superficie'), character: input.text('caractere'),
    expected: input.text('attendu'), behind: input.list('porteurs'), languages: input.text('langues'), means: input.text('moyens'),
  };
}

/** What the authority's sheet already says. */
async function readPortraitOf(db: Read, bodyId: string | undefined): Promise<Values> {
  if (!bodyId) return {};
  const row = await db.selectFrom('territories').innerJoin('sheets', 'sheets.id', 'sheet_id').select(['population', 'summary']).where('sheet_id', '=', bodyId).executeTakeFirst();
  return { porteurs: ['conseil'], population: row?.population ? [String(row.population)] : [], caractere: row?.summary ? [row.summary] : [] };
}
