import type { Module } from '~/sheets/index.ts';
import { buildActs } from './acts.ts';
import { createJobSpec, createNewsSpec } from './create.ts';
import { editJob, editNews } from './edit.ts';
import { expiries } from './expiry.ts';
import { jobKind, newsKind } from './messages.ts';
import { paths } from './paths.ts';
import { routes } from './routes.tsx';

const phases = { draft: 'upcoming', published: 'ongoing', withdrawn: 'ended', expired: 'ended' } as const;

export const news: Module = {
  name: 'news',
  routes,
  kinds: [
    { kind: 'news', genre: 'actualite', path: paths.show, messages: newsKind, phases, schema: 'NewsArticle', create: createNewsSpec, edit: editNews, acts: buildActs('news') },
    { kind: 'job', genre: 'offre-emploi', path: paths.job, messages: jobKind, phases, schema: 'JobPosting', create: createJobSpec, edit: editJob, acts: buildActs('job') },
  ],
  menu: [
    { path: paths.list.href({}), section: 'actualites', messages: newsKind, label: 'menu', where: 'foot', order: 12 },
    { path: paths.jobs.href({}), section: 'emplois', messages: jobKind, label: 'menu', where: 'foot', order: 13 },
  ],
  queues: [expiries],
};
