import type { Module } from '~/sheets/index.ts';
import { demo } from './demo.ts';
import { desk } from './desk.ts';
import { editScheme } from './edit.ts';
import { createLawSpec, editLaw, lawActs } from './library.ts';
import { lawKind, messages, schemeKind } from './messages.ts';
import { paths } from './paths.ts';
import { routes } from './routes.tsx';

export const funding: Module = {
  name: 'funding',
  routes,
  kinds: [
    {
      kind: 'funding',
      genre: 'financement',
      path: paths.scheme,
      messages: schemeKind,
      phases: { existing: 'ongoing', potential: 'unknown', announced: 'upcoming' },
      schema: 'MonetaryGrant',
      edit: editScheme,
    },
    { kind: 'law', genre: 'texte', path: paths.law, messages: lawKind, phases: { expected: 'upcoming', draft: 'upcoming', past: 'ended' }, schema: 'Legislation', create: createLawSpec, edit: editLaw, acts: lawActs },
  ],
  menu: [
    { path: paths.schemes.href({}), section: 'financements', messages, label: 'menu.schemes', where: 'foot', order: 20 },
    { path: paths.laws.href({}), section: 'textes', messages, label: 'menu.laws', where: 'foot', order: 21 },
  ],
  demo,
  desk,
};
