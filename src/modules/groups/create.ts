import { findFreeSlug, type CreateSpec } from '~/sheets/index.ts';
import { createGroup, type Way } from './commands.ts';
import { audienceOf, entryFields } from './edit.ts';
import { listTwins } from './queries.ts';

const sorts = ['pays', 'region', 'thematique', 'mission', 'comite', 'travail', 'plateforme'];

/** A new group of the network that one animates. Where one exists already on the same country or theme it is shown first (R160). */
export const create: CreateSpec = {
  fields: [
    { name: 'titre', type: 'text', required: true, max: 200 },
    { name: 'sorte', type: 'radio', required: true, choices: sorts },
    { name: 'but', type: 'textarea', max: 1500 },
    { name: 'pays', type: 'countries', several: true },
    { name: 'themes', type: 'themes', several: true },
    ...entryFields,
    { name: 'existant', type: 'checkbox' },
  ],
  may: ({ acting }) => acting?.role === 'animator' && acting.body?.kind === 'network',
  async read(_db, _reader, query) {
    return { sorte: [query('sorte') ?? 'pays'], pays: [query('pays') ?? ''].filter(Boolean), entree: ['request'], visible: ['public'] };
  },
  async run(tx, actor, input, { reader }) {
    const [title, countries, themes] = [input.text('titre')!, input.list('pays'), input.list('themes')];
    const [twin] = input.checked('existant') ? [] : await listTwins(tx, reader, { countries, themes });
    if (twin) return { refused: 'exists', field: 'existant', sheet: twin };
    const made = await createGroup(tx, actor, {
      slug: await findFreeSlug(tx, 'group', title), type: input.text('sorte'), title, summary: input.text('but'), countries, themes, state: { state: 'active' },
      joining: input.text('entree') as Way, reserved: input.list('reserve') as ('elected' | 'agent')[],
      links: [{ role: 'host', to: actor.onBehalfOf! }],
    });
    const audience = audienceOf(made.id, input.text('visible'));
    if (audience.visibility !== 'public') await tx.updateTable('sheets').set({ visibility: audience.visibility, shared_with: audience.sharedWith }).where('id', '=', made.id).execute();
    return made;
  },
};
