import type { Tx } from '~/platform/db/index.ts';
import { earliestDay, latestDay } from '~/platform/dates/partial.ts';
import { isBackwards, readWhen, type When } from '~/platform/dates/when.ts';
import { findInstance } from '~/platform/instance.ts';
import { findSpot } from '~/modules/territories/index.ts';
import { findFreeSlug, listAudiences, readAudience, recordDeclaration, type CreateSpec, type EditRefusal, type Input, type Reader } from '~/sheets/index.ts';
import { createMeeting } from '../commands.ts';
import type { MeetingState } from '../rules.ts';

/** What members announce; the other types come from the documents. */
const natures = ['webinaire', 'reunion', 'rencontres', 'semaine', 'saison'] as const;
const certainties = ['tentative', 'planned', 'confirmed', 'held', 'recurring'] as const;
const announcers = ['agent', 'elected', 'project-holder', 'funder', 'partner', 'animator', 'chair'];

/** R142: five questions. The programme, the speakers and the rest come later, on the sheet. */
export const announce: CreateSpec = {
  fields: [
    { name: 'titre', type: 'text', required: true, max: 200 },
    { name: 'nature', type: 'radio', required: true, choices: natures },
    { name: 'quand', type: 'text', max: 80, group: 'quand' },
    { name: 'certitude', type: 'radio', required: true, choices: certainties, group: 'quand' },
    { name: 'ou', type: 'text', max: 200, group: 'ou' },
    { name: 'pour', type: 'radio', required: true, choices: (db, _id, lang, { reader }) => listAudiences(db, reader, lang) },
    { name: 'themes', type: 'themes', several: true, group: 'facultatif' },
    { name: 'themes_ouverts', type: 'checkbox', group: 'facultatif' },
  ],
  may: ({ acting }) => acting?.body != null && announcers.includes(acting.role),
  read: async (_db, _reader, query) => ({ nature: one(query('nature')), quand: one(query('quand')), certitude: ['planned'], pour: [query('pour') ?? 'public'], ou: one(query('ou')) }),
  async run(tx, actor, input, { reader, today }) {
    const state = input.text('certitude') as MeetingState;
    const when = readAnnounced(input, state, today);
    if (when && 'refused' in when) return when;
    const audience = readAudience(reader, input.text('pour')!);
    if (!audience) return { refused: 'audience', field: 'pour' };
    const where = await readWhere(tx, reader, input);
    const title = input.text('titre')!;
    const groups = [...audience.sharedWith, ...(reader.acting!.body!.kind === 'group' ? [reader.acting!.body!.id] : [])];
    const made = await createMeeting(tx, actor, {
      slug: await findFreeSlug(tx, 'event', title), title, type: input.text('nature'), ownerId: actor.onBehalfOf!, ...audience,
      state: { state }, start: when?.start ?? null, end: when?.end ?? null,
      countries: where.countries, places: where.places, place: where.place ?? undefined, online: where.online, timeZone: where.timeZone,
      hours: when?.starts ? { starts: when.starts, ends: when.ends ?? undefined, timeZone: where.timeZone } : undefined,
      // Themes may stay open (R174): nothing chosen yet says so, or the box beside those that are thought of.
      themes: input.list('themes'), themesOpen: input.checked('themes_ouverts') || input.list('themes').length === 0,
      links: [{ role: 'organiser', to: actor.onBehalfOf! }, ...[...new Set(groups)].map((to) => ({ role: 'group', to }))],
      sources: [await recordDeclaration(tx, actor, today)],
    });
    return 'refused' in made ? { ...made, field: 'quand' } : made;
  },
};

const one = (text: string | undefined) => (text ? [text] : []);

function readAnnounced(input: Input, state: MeetingState, today: string): When | null | EditRefusal {
  const text = input.text('quand');
  if (!text) return state === 'tentative' || state === 'recurring' ? null : { refused: 'when.needed', field: 'quand' };
  const when = readWhen(text);
  if (!when) return { refused: 'when.unclear', field: 'quand' };
  if (isBackwards(when)) return { refused: 'endBeforeStart', field: 'quand' };
  const last = latestDay(when.end ?? when.start);
  if (state === 'held' && earliestDay(when.start) > today) return { refused: 'when.future', field: 'certitude' };
  if (last < today && (state === 'tentative' || state === 'planned' || state === 'confirmed')) return { refused: 'when.past', field: 'certitude' };
  return when;
}

/** A town that has its sheet gives the country, the point and the hour; other words stay words, and the hour is the instance's. */
async function readWhere(tx: Tx, reader: Reader, input: Input) {
  const typed = input.text('ou');
  const online = typed === null ? input.text('nature') === 'webinaire' : /\ben ligne\b|\bvisio|\bonline\b|\ben l[ií]nea\b/i.test(typed);
  const spot = typed ? await findSpot(tx, reader, typed) : undefined;
  const body = reader.acting!.body!;
  const own = spot ? undefined : await tx.selectFrom('sheets').select('countries').where('id', '=', body.id).executeTakeFirst();
  return {
    online,
    place: typed && (spot || !online || /,/.test(typed)) ? typed : null,
    countries: spot?.countries ?? (own?.countries.length ? own.countries : ['FR']),
    places: spot ? [spot.place] : typed && !online ? [{ role: 'at' as const, label: typed }] : [],
    timeZone: spot?.timeZone ?? (await findInstance(tx)).defaultZone,
  };
}
