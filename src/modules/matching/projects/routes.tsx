import { get, post } from '~/platform/http/request.ts';
import type { Form } from '~/platform/http/form.ts';
import { translator } from '~/platform/i18n/index.ts';
import { listThemes } from '~/reference/index.ts';
import type { Body, SheetAsk } from '~/sheets/index.ts';
import type { FormError } from '~/ui/index.ts';
import { findMe } from '../me.ts';
import { messages } from '../messages.ts';
import { paths } from '../paths.ts';
import { createProject, declineProject, joinProject } from './commands.ts';
import { NewProjectPage, ProjectPage, type Typed } from './pages.tsx';
import { findProject, listProposed, type CommonProject } from './queries.ts';

const longest = { titre: 200, presentation: 1000 };
const mostInvited = 8;
const t = (ask: SheetAsk) => translator(messages, ask.lang);

function readTyped(form: Form): Typed {
  const known = new Set(listThemes().map((theme) => theme.slug));
  return {
    titre: form.text('titre'), presentation: form.text('presentation'), nom: form.text('nom').slice(0, 100),
    themes: form.list('themes').filter((theme) => known.has(theme)), avec: [...new Set(form.list('avec').filter(Boolean))].slice(0, 50),
  };
}

/** What the form offers: those asked for, those of the group, the matches, and those that a name finds. */
function listOffered(ask: SheetAsk, me: Body, typed: Typed) {
  return listProposed(ask.primary, me.id, { slugs: typed.avec, group: ask.query('groupe'), words: typed.nom.length > 1 ? typed.nom : undefined });
}

async function draw(ask: SheetAsk, me: Body, typed: Typed, errors: FormError[] = []): Promise<Response> {
  const proposed = await listOffered(ask, me, typed);
  return ask.page(<NewProjectPage body={me.title} typed={typed} proposed={proposed} query={ask.url.search} errors={errors} />, { status: errors.length ? 422 : 200 });
}

function listErrors(ask: SheetAsk, typed: Typed, invited: readonly Body[]): FormError[] {
  const say = t(ask);
  const faults: (FormError | false)[] = [
    !typed.titre && { name: 'titre', message: say('project.title.missing') },
    typed.titre.length > longest.titre && { name: 'titre', message: say('project.title.long', { n: longest.titre }) },
    typed.presentation.length > longest.presentation && { name: 'presentation', message: say('project.summary.long', { n: longest.presentation }) },
    invited.length === 0 && { name: 'avec', message: say('project.with.missing') },
    invited.length > mostInvited && { name: 'avec', message: say('project.with.many', { n: mostInvited }) },
  ];
  return faults.filter((fault) => fault !== false);
}

async function create(ask: SheetAsk): Promise<Response> {
  const me = findMe(ask.reader);
  if (!me) return ask.notFound();
  const form = await ask.form();
  const typed = readTyped(form);
  if (form.text('chercher')) return draw(ask, me, typed, typed.nom.length > 1 ? [] : [{ name: 'nom', message: t(ask)('project.search.short') }]);
  const invited = (await listOffered(ask, me, typed)).filter(({ slug }) => typed.avec.includes(slug));
  const errors = listErrors(ask, typed, invited);
  if (errors.length > 0) return draw(ask, me, typed, errors);
  const input = { title: typed.titre, summary: typed.presentation || null, themes: typed.themes, holder: me, invited };
  const { slug } = await ask.primary.transaction().execute((tx) => createProject(tx, ask.actor, input, ask.today));
  return ask.done(paths.project.href({ slug }), t(ask)('project.created', { n: invited.length }));
}

async function findMine(ask: SheetAsk): Promise<{ me: Body; project: CommonProject } | undefined> {
  const me = findMe(ask.reader);
  const project = me && (await findProject(ask.primary, me.id, ask.param('slug')));
  return project && { me: me!, project };
}

export const routes = [
  get(paths.newProject, { who: 'member' }, async (ask: SheetAsk) => {
    const me = findMe(ask.reader);
    const avec = ask.url.searchParams.getAll('avec').slice(0, 8);
    return me ? draw(ask, me, { titre: '', presentation: '', themes: [], avec, nom: '' }) : ask.notFound();
  }),
  post(paths.newProject, { who: 'member' }, create),
  get(paths.project, { who: 'member' }, async (ask: SheetAsk) => {
    const mine = await findMine(ask);
    return mine ? ask.page(<ProjectPage project={mine.project} />) : ask.notFound();
  }),
  post(paths.projectAgreement, { who: 'member' }, async (ask: SheetAsk) => {
    const mine = await findMine(ask);
    const done = mine && (await ask.primary.transaction().execute((tx) => joinProject(tx, ask.actor, mine.project, mine.me.id)));
    return mine && done ? ask.done(paths.project.href({ slug: mine.project.slug }), t(ask)('project.joined')) : ask.notFound();
  }),
  post(paths.projectDecline, { who: 'member' }, async (ask: SheetAsk) => {
    const mine = await findMine(ask);
    const done = mine && (await ask.primary.transaction().execute((tx) => declineProject(tx, ask.actor, mine.project, mine.me.id)));
    return mine && done ? ask.done(paths.project.href({ slug: mine.project.slug }), t(ask)('project.refused')) : ask.notFound();
  }),
];
