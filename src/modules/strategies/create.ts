import { findFreeSlug, type CreateSpec } from '~/sheets/index.ts';
import { createStrategy } from './commands.ts';
import { fields, refuseFollows, refusePeriod } from './edit.ts';

const asked = ['titre', 'sorte', 'presentation', 'ambition', 'themes', 'debut', 'fin', 'effet', 'suit'];

/** A strategy that its authority prepares: nobody else sees it until it is published. */
export const create: CreateSpec = {
  fields: fields.filter((field) => asked.includes(field.name)),
  may: ({ acting }) => (acting?.role === 'agent' || acting?.role === 'elected') && acting.body?.kind === 'territory',
  async run(tx, actor, input, { reader }) {
    const holder = reader.acting!.body!;
    const [start, end] = [input.date('debut'), input.date('fin')];
    const wrong = refusePeriod({ start, end }) ?? (await refuseFollows(tx, null, input.text('suit'), holder.id));
    if (wrong) return wrong;
    const years = [start, end].map((date) => date?.value.slice(0, 4)).filter(Boolean);
    return createStrategy(tx, actor, {
      slug: await findFreeSlug(tx, 'strategy', years.length ? `${holder.slug} ${years.join(' ')}` : `${holder.slug} ${input.text('titre')}`),
      title: input.text('titre')!, type: input.text('sorte'), context: holder.title, summary: input.text('presentation'), themes: input.list('themes'),
      start, startMeaning: start ? 'period' : null, end, holderId: holder.id, standing: 'presented', visibility: 'draft', ambition: input.text('ambition'),
      effectiveFrom: input.date('effet'), follows: input.text('suit'), states: [{ state: 'drafted' }], items: [], priorities: [],
      sources: ['ambition', 'debut', 'effet'].flatMap((name) => input.source(name) ?? []),
    });
  },
};
