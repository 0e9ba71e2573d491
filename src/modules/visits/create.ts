import type { Tx } from '~/platform/db/index.ts';
import { latestDay } from '~/platform/dates/partial.ts';
import { isBackwards, readWhen, type When } from '~/platform/dates/when.ts';
import type { Actor } from '~/platform/events/index.ts';
import { findSpot, getSpot } from '~/modules/territories/index.ts';
import { findFreeSlug, listAudiences, readAudience, recordDeclaration, type CreateSpec, type EditContext, type EditRefusal, type FieldSpec, type Input, type SheetRef } from '~/sheets/index.ts';
import { findCountryCode } from '~/sheets/ask/index.ts';
import { createVisit, listSpeakers, tellBody } from './commands.ts';
import { isPlaces } from './rules.ts';
import { titleOf } from './titles.ts';

const travellers = ['agent', 'elected', 'project-holder', 'funder', 'partner', 'animator', 'chair'];
const bodies = ['territory', 'organisation', 'network'];

const when: FieldSpec = { name: 'quand', type: 'text', max: 80 };
const why: FieldSpec = { name: 'pourquoi', type: 'textarea', required: true, max: 1500, rows: 4 };
const themes: FieldSpec = { name: 'themes', type: 'themes', several: true };
const people: FieldSpec = { name: 'personnes', type: 'text', max: 200 };

/** A trip that others may join; with `?sorte=accueil`, asking to be received; with `?sorte=delegation`, planning to receive. */
export const create: CreateSpec = {
  fields: [
    { name: 'destination', type: 'text', required: true, max: 200 },
    { ...when, required: true },
    why, themes,
    { name: 'places', type: 'number' },
    { name: 'pour', type: 'radio', required: true, choices: (db, _id, lang, { reader }) => listAudiences(db, reader, lang) },
  ],
  variants: {
    accueil: [{ name: 'chez', type: 'sheets', of: bodies, required: true }, why, themes, when, people],
    delegation: [{ name: 'de', type: 'sheets', of: bodies, required: true }, why, themes, when, people],
  },
  may: ({ acting }) => acting?.body != null && travellers.includes(acting.role),
  async read(db, _reader, query) {
    const host = query('chez') && (await db.selectFrom('sheets').select('id').where('slug', '=', query('chez')!).where('kind', '=', 'territory').where('visibility', '=', 'public').executeTakeFirst());
    return { pour: ['members'], chez: host ? [host.id] : [], destination: query('destination') ? [query('destination')!] : [] };
  },
  async run(tx, actor, input, context) {
    const asked = readAsked(input, context.today);
    if (asked && 'refused' in asked) return asked;
    if (input.list('chez').length) return request(tx, actor, input, asked, context);
    return input.list('de').length ? host(tx, actor, input, asked, context) : announceTrip(tx, actor, input, asked, context);
  },
};

type Context = Omit<EditContext, 'right'>;

function readAsked(input: Input, today: string): When | null | EditRefusal {
  const typed = input.text('quand');
  if (!typed) return null;
  const read = readWhen(typed);
  if (!read) return { refused: 'when.unclear', field: 'quand' };
  if (isBackwards(read)) return { refused: 'when.backwards', field: 'quand' };
  return latestDay(read.end ?? read.start) < today ? { refused: 'when.past', field: 'quand' } : read;
}

async function announceTrip(tx: Tx, actor: Actor, input: Input, asked: When | null, { reader, today }: Context): Promise<SheetRef | EditRefusal> {
  const audience = readAudience(reader, input.text('pour')!);
  if (!audience) return { refused: 'audience', field: 'pour' };
  const places = input.number('places');
  if (!isPlaces(places)) return { refused: 'places', field: 'places' };
  const typed = input.text('destination')!;
  const spot = await findSpot(tx, reader, typed);
  const country = spot ? null : typed.split(',').map((part) => findCountryCode(part.trim())).find((code) => code !== undefined);
  if (!spot && !country) return { refused: 'destination', field: 'destination' };
  const body = reader.acting!.body!;
  const title = titleOf('trip', [body.title, spot?.title ?? typed]);
  return createVisit(tx, actor, {
    type: 'trip', state: 'planned', title, slug: await findFreeSlug(tx, 'visit', title), summary: input.text('pourquoi'), ownerId: body.id, ...audience,
    start: asked?.start ?? null, end: asked?.end ?? null, countries: spot ? spot.countries : [country!], themes: input.list('themes'), places_left: places,
    places: [{ ...(await getSpot(tx, body.id)).place, role: 'from' as const }, spot ? { ...spot.place, role: 'to' as const } : { role: 'to' as const, label: typed }],
    links: [{ role: 'organiser', to: body.id }, ...audience.sharedWith.map((to) => ({ role: 'group', to }))], sources: [await recordDeclaration(tx, actor, today)],
  });
}

/** Private between the two bodies until it is accepted and shown. */
async function request(tx: Tx, actor: Actor, input: Input, asked: When | null, { reader, today }: Context): Promise<SheetRef | EditRefusal> {
  const [hostId] = input.list('chez');
  const guest = reader.acting!.body!;
  if (hostId === guest.id) return { refused: 'same', field: 'chez' };
  if (!(await listSpeakers(tx, hostId!)).length) return { refused: 'nobody', field: 'chez' };
  return receive(tx, actor, input, asked, { hostId: hostId!, guestId: guest.id, state: 'requested', tell: ['asked', hostId!], today });
}

/** R096: whoever receives plans it; whoever comes sees it, and is told. */
async function host(tx: Tx, actor: Actor, input: Input, asked: When | null, { reader, today }: Context): Promise<SheetRef | EditRefusal> {
  const [guestId] = input.list('de');
  const body = reader.acting!.body!;
  if (guestId === body.id) return { refused: 'same', field: 'de' };
  return receive(tx, actor, input, asked, { hostId: body.id, guestId: guestId!, state: 'accepted', tell: ['expected', guestId!], today });
}

interface Parties { hostId: string; guestId: string; state: 'requested' | 'accepted'; tell: [what: string, bodyId: string]; today: string }

async function receive(tx: Tx, actor: Actor, input: Input, asked: When | null, { hostId, guestId, state, tell, today }: Parties): Promise<SheetRef> {
  const [to, from] = [await getSpot(tx, hostId), await getSpot(tx, guestId)];
  const title = titleOf('hosted', [from.title, to.title]);
  const made = await createVisit(tx, actor, {
    type: 'hosted', state, title, slug: await findFreeSlug(tx, 'visit', title), summary: input.text('pourquoi'), ownerId: hostId, visibility: 'authority', sharedWith: [guestId],
    start: asked?.start ?? null, end: asked?.end ?? null, countries: [...new Set([...from.countries, ...to.countries])], themes: input.list('themes'), people: input.text('personnes'),
    places: [{ ...from.place, role: 'from' }, { ...to.place, role: 'to' }],
    links: [{ role: 'host', to: hostId }, { role: 'partner', to: guestId }], sources: [await recordDeclaration(tx, actor, today)],
  });
  await tellBody(tx, actor, tell[0], { ...made, title }, tell[1]);
  return made;
}
