import { addMonths, mayList, readPublication } from '~/modules/exchange/index.ts';
import { findFreeSlug, recordDeclaration, type CreateSpec } from '~/sheets/index.ts';
import { createJob, createNews } from './commands.ts';
import { jobFields, newsFields } from './fields.ts';
import { usualMonths, type Contract } from './rules.ts';

export const createNewsSpec: CreateSpec = {
  fields: newsFields,
  may: mayList,
  read: async (_db, _reader, _query, today) => ({ pour: ['public'], echeance: [addMonths(today, usualMonths.news)] }),
  async run(tx, actor, input, { reader, today }) {
    const checked = readPublication(input, reader, today);
    if ('refused' in checked) return checked;
    const { expiresOn, visibility, sharedWith } = checked;
    return createNews(tx, actor, {
      slug: await findFreeSlug(tx, 'news', input.text('titre')!), title: input.text('titre')!, summary: input.text('texte'), themes: input.list('themes'), countries: input.list('pays'),
      ownerId: reader.acting!.body!.id, expiresOn, visibility, sharedWith, today, body: reader.acting!.body!.title,
      links: input.list('fiches').map((to) => ({ role: 'about', to })), sources: [await recordDeclaration(tx, actor, today)],
    });
  },
};

export const createJobSpec: CreateSpec = {
  fields: jobFields,
  may: mayList,
  read: async (_db, reader, _query, today) => ({ pour: ['public'], echeance: [addMonths(today, usualMonths.job)], employeur: reader.acting?.body ? [reader.acting.body.id] : [] }),
  async run(tx, actor, input, { reader, today }) {
    const checked = readPublication(input, reader, today);
    if ('refused' in checked) return checked;
    const { expiresOn, visibility, sharedWith } = checked;
    return createJob(tx, actor, {
      slug: await findFreeSlug(tx, 'job', input.text('titre')!), title: input.text('titre')!, summary: input.text('texte'), themes: input.list('themes'), countries: input.list('pays'),
      ownerId: reader.acting!.body!.id, expiresOn, visibility, sharedWith, today, body: [reader.acting!.body!.title, input.text('lieu')].join(' '), links: [],
      employerId: input.text('employeur')!, place: input.text('lieu')!, contract: input.text('contrat') as Contract, web: input.text('page'),
      sources: [await recordDeclaration(tx, actor, today)],
    });
  },
};
