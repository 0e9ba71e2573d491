import { formatList, useT, useView } from '~/platform/i18n/index.ts';
import { listThemes, themeName } from '~/reference/index.ts';
import { Page, sheetHref } from '~/sheets/index.ts';
import { Breadcrumb, Button, Choices, ErrorSummary, Field, Hero, Section, type FormError } from '~/ui/index.ts';
import { messages } from '../messages.ts';
import { paths } from '../paths.ts';
import type { CommonProject, Proposed } from './queries.ts';

export interface Typed {
  titre: string;
  presentation: string;
  themes: string[];
  avec: string[];
  nom: string;
}

export interface NewProjectProps {
  body: string;
  typed: Typed;
  proposed: readonly Proposed[];
  /** The address keeps the group that one comes from. */
  query: string;
  errors?: readonly FormError[];
}

/** A title, a sentence, with whom: the rest is written together. */
export function NewProjectPage({ body, typed, proposed, query, errors = [] }: NewProjectProps) {
  const t = useT(messages);
  const { lang, to } = useView();
  const errorOf = (name: string) => errors.find((error) => error.name === name)?.message;
  const themes = listThemes().filter((theme) => theme.parent === null).map((theme) => [theme.slug, theme[lang]] as const);
  return (
    <Page title={t('project.new')} section="espace" noIndex>
      <Hero size="title" title={t('project.new')} eyebrow={body} lede={t('project.new.lede')} />
      <ErrorSummary errors={errors} />
      <form method="post" action={to(paths.newProject.href({})) + query} class="edit-form">
        <Field name="titre" label={t('project.title')} value={typed.titre} maxLength={200} error={errorOf('titre')} />
        <Field name="presentation" type="textarea" rows={4} label={t('project.summary')} hint={t('project.summary.hint')} value={typed.presentation} error={errorOf('presentation')} />
        <Field
          name="avec" type="checkboxes" label={t('project.with')} hint={t('project.with.hint')} values={typed.avec} error={errorOf('avec')}
          options={proposed.map((one) => [one.slug, one.title] as const)}
        />
        <div class="project-search">
          <Field name="nom" label={t('project.search')} value={typed.nom} maxLength={100} optional />
          <Button kind="outline" name="chercher" value="1" icon="search">
            {t('project.search.do')}
          </Button>
        </div>
        <details open={typed.themes.length > 0}>
          <summary>{t('project.themes')}</summary>
          <Choices type="checkbox" name="themes" options={themes} values={typed.themes} />
        </details>
        <p class="actions">
          <Button>{t('project.create')}</Button>
        </p>
      </form>
    </Page>
  );
}

/** What a body is invited to hold: it reads the title and the sentence, and says yes or no. */
export function ProjectPage({ project }: { project: CommonProject }) {
  const t = useT(messages);
  const { lang, to } = useView();
  const { slug, title, summary, themes, openedBy, mine, holders, waiting } = project;
  return (
    <Page title={title} section="espace" noIndex>
      <Breadcrumb items={[{ href: to(paths.matches.href({})), label: t('matches.title') }, { label: title }]} />
      <Hero size="title" title={title} eyebrow={t('project.eyebrow')} lede={summary ?? undefined} />
      {themes.length > 0 && <p>{formatList(lang, themes.map((theme) => themeName(theme, lang)))}</p>}
      <p>{t('project.opened', { body: openedBy })}</p>
      {mine === 'invited' && (
        <>
          <p>{t('project.invited.what')}</p>
          <div class="gestures">
            <form method="post" action={to(paths.projectAgreement.href({ slug }))}>
              <Button>{t('project.accept')}</Button>
            </form>
            <form method="post" action={to(paths.projectDecline.href({ slug }))}>
              <Button kind="outline">{t('project.decline')}</Button>
            </form>
          </div>
        </>
      )}
      {mine === 'declined' && <p>{t('project.declined.text')}</p>}
      {mine === 'accepted' && (
        <>
          <p class="gestures">
            <Button href={to(sheetHref('action', slug))}>{t('project.open')}</Button>
          </p>
          <Section title={t('project.holders')} lede={t('project.holders.lede')}>
            <ul class="plain">
              {holders.map((one) => (
                <li key={one.id}>
                  <a href={to(sheetHref(one.kind, one.slug))}>{one.title}</a>
                </li>
              ))}
            </ul>
            {waiting.length > 0 && <p class="quiet">{t('project.waiting', { bodies: formatList(lang, waiting) })}</p>}
          </Section>
        </>
      )}
    </Page>
  );
}
