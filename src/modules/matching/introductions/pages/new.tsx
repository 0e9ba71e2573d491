import { useT, useView } from '~/platform/i18n/index.ts';
import { Page, sheetHref, type Body } from '~/sheets/index.ts';
import { Breadcrumb, Button, ErrorSummary, Field, Hero, Note, type FormError } from '~/ui/index.ts';
import { messages } from '../../messages.ts';
import { paths } from '../../paths.ts';

export interface NewPageProps {
  other: Body;
  subject: string;
  reached: boolean;
  errors?: readonly FormError[];
}

/** Asking to be introduced: one sentence, and what becomes of it. */
export function NewIntroductionPage({ other, subject, reached, errors = [] }: NewPageProps) {
  const t = useT(messages);
  const { to } = useView();
  return (
    <Page title={t('introduction.new', { body: other.title })} section="espace" noIndex>
      <Breadcrumb items={[{ href: to(paths.introductions.href({})), label: t('introductions.title') }, { label: other.title }]} />
      <Hero size="title" title={t('introduction.new', { body: other.title })} lede={t('introduction.new.lede', { body: other.title })} />
      <ErrorSummary errors={errors} />
      {reached ? (
        <form method="post" action={to(paths.introductions.href({}))} class="edit-form">
          <input type="hidden" name="avec" value={other.slug} />
          <Field name="sujet" type="textarea" rows={3} label={t('introduction.subject')} hint={t('introduction.subject.hint')} value={subject} error={errors.find(({ name }) => name === 'sujet')?.message} />
          <p class="quiet" id="champ-avec">
            {t('introduction.seen', { body: other.title })}
          </p>
          <p class="actions">
            <Button>{t('introduction.ask')}</Button>
          </p>
        </form>
      ) : (
        <Note title={t('match.unreached', { body: other.title })}>
          <p>
            <a href={to(sheetHref(other.kind, other.slug))}>{t('introduction.sheet', { body: other.title })}</a>
          </p>
        </Note>
      )}
    </Page>
  );
}
