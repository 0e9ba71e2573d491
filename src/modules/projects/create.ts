import type { ActionState } from '~/modules/strategies/index.ts';
import { isReversed } from '~/modules/strategies/index.ts';
import { findFreeSlug, recordDeclaration, type CreateSpec } from '~/sheets/index.ts';
import { createAction } from './commands.ts';
import { createFields } from './fields.ts';
import { buildPlaces, hasForeignObjective, listCountries, listWords } from './links.ts';

/** Whose action it may be: an authority's, or that of a local actor. */
const holders = new Set(['territory', 'organisation']);
const roles = new Set(['agent', 'elected', 'project-holder', 'funder']);
const isId = (text: string | undefined): text is string => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text ?? '');

/** Nobody else sees it until it is published; rights and equality are asked then. */
export const create: CreateSpec = {
  fields: createFields,
  may: ({ acting }) => acting !== undefined && roles.has(acting.role) && holders.has(acting.body?.kind ?? ''),
  async read(_db, _reader, query) {
    return Object.fromEntries((['objectifs', 'partenaires', 'partenariats'] as const).flatMap((name) => (isId(query(name)) ? [[name, [query(name)!]]] : [])));
  },
  async run(tx, actor, input, { reader, today }) {
    const holder = reader.acting!.body!;
    const [start, end] = [input.date('debut'), input.date('fin')];
    if (isReversed({ start, end })) return { refused: 'dates-order', field: 'fin' };
    const objectives = input.list('objectifs');
    if (await hasForeignObjective(tx, objectives, [holder.id])) return { refused: 'other-authority', field: 'objectifs' };
    const [partners, places] = [input.list('partenaires'), input.list('lieux')];
    const given = ['debut', 'presentation'].flatMap((name) => input.source(name) ?? []);
    return createAction(tx, actor, {
      slug: await findFreeSlug(tx, 'action', input.text('titre')!), title: input.text('titre')!, type: input.text('sorte'), summary: input.text('presentation'),
      holderId: holder.id, state: input.text('etat') as ActionState, visibility: 'draft', start: start ?? undefined, end: end ?? undefined, themes: input.list('themes'),
      places: await buildPlaces(tx, places), countries: await listCountries(tx, [], [...partners, ...places]), words: await listWords(tx, [...partners, ...places]),
      partners, partnerships: input.list('partenariats'), networks: [], programmes: [], objectives: objectives.map((id) => ({ id, basis: 'declared' as const })),
      zones: [], captions: [], note: null, sources: given.length > 0 ? given : [await recordDeclaration(tx, actor, today)],
    });
  },
};
