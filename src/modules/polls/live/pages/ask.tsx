import { useT, useView } from '~/platform/i18n/index.ts';
import { getKind, Page, sheetHref, type SheetSummary } from '~/sheets/index.ts';
import { Breadcrumb, Button, ErrorSummary, Field, Hero } from '~/ui/index.ts';
import { messages } from '../../messages.ts';
import { paths } from '../../paths.ts';

export interface TypedQuestion {
  question: string;
  options: string;
  several: boolean;
  anyone: boolean;
  errors: readonly { name: 'question' | 'reponses'; key: 'live.errorQuestion' | 'live.errorOptions' }[];
}

export function AskPage({ sheet, typed }: { sheet: SheetSummary; typed: TypedQuestion }) {
  const t = useT(messages);
  const { to } = useView();
  const errors = typed.errors.map(({ name, key }) => ({ name, message: t(key) }));
  const errorAt = (name: string) => errors.find((error) => error.name === name)?.message;
  return (
    <Page title={t('live.title')} section="rencontres" noIndex>
      <Breadcrumb items={[{ href: to(sheetHref(sheet.kind, sheet.slug)), label: sheet.title }, { label: t('live.title') }]} />
      <Hero title={t('live.title')} lede={t('live.lede')} size="title" />
      <ErrorSummary errors={errors} />
      <form method="post" action={to(paths.ask.href({ genre: getKind(sheet.kind).genre, slug: sheet.slug }))}>
        <Field label={t('live.question')} name="question" value={typed.question} maxLength={300} error={errorAt('question')} />
        <Field label={t('live.options')} name="reponses" type="textarea" rows={5} value={typed.options} hint={t('live.optionsHint')} error={errorAt('reponses')} />
        <Field label={t('live.several')} name="plusieurs" type="checkbox" checked={typed.several} />
        <Field label={t('live.anyone')} name="sanscompte" type="checkbox" checked={typed.anyone} hint={t('live.anyoneHint')} />
        <div class="actions">
          <Button>{t('live.ask')}</Button>
        </div>
      </form>
    </Page>
  );
}
