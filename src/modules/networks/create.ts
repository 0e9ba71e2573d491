import { findFreeSlug, type CreateSpec } from '~/sheets/index.ts';
import { createNetwork } from './commands.ts';
import { fields } from './edit.ts';
import type { Scale } from './rules.ts';

const asked = ['titre', 'sigle', 'sorte', 'echelle', 'mission', 'creation', 'site'];

/** A network that nobody has declared yet. Whoever declares it keeps its sheet, until it has its own animator. */
export const create: CreateSpec = {
  fields: fields.filter((field) => asked.includes(field.name)),
  may: ({ acting }) => acting !== undefined && ['agent', 'elected', 'animator', 'administrator'].includes(acting.role),
  async run(tx, actor, input) {
    const [title, acronym] = [input.text('titre')!, input.text('sigle')];
    return createNetwork(tx, actor, {
      slug: await findFreeSlug(tx, 'network', acronym ?? title), title, context: acronym, type: input.text('sorte'), scale: input.text('echelle') as Scale,
      summary: input.text('mission'), founded: input.date('creation') ?? undefined, site: input.text('site'), ownerId: actor.onBehalfOf ?? null,
      names: acronym ? [{ name: acronym, kind: 'acronym' }] : [], sources: ['titre', 'mission', 'creation'].flatMap((name) => input.source(name) ?? []),
    });
  },
};
