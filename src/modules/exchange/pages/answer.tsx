import { useT, useView } from '~/platform/i18n/index.ts';
import { Page, type SheetSummary } from '~/sheets/index.ts';
import { Breadcrumb, Button, ErrorSummary, Field, Hero, type FormError } from '~/ui/index.ts';
import { messages } from '../messages.ts';
import { paths } from '../paths.ts';

/** One question. */
export function AnswerPage({ sheet, owner, text, errors }: { sheet: SheetSummary; owner: string; text: string; errors: readonly FormError[] }) {
  const t = useT(messages);
  const { to } = useView();
  const at = { slug: sheet.slug };
  return (
    <Page title={t('answer.title')} section="bourse" noIndex>
      <Breadcrumb items={[{ href: to(paths.show.href(at)), label: sheet.title }, { label: t('answer.title') }]} />
      <Hero size="small" title={t('answer.title')} eyebrow={sheet.title} lede={t('answer.lede', { owner })} />
      <ErrorSummary errors={errors} />
      <form method="post" action={to(paths.answer.href(at))} class="edit-form" id="champ-formulaire">
        <Field type="textarea" rows={8} name="message" label={t('field.message')} hint={t('field.message.hint')} value={text} error={errors.find(({ name }) => name === 'message')?.message} maxLength={5000} />
        <p class="quiet">{t('answer.read', { owner })}</p>
        <div class="actions form-actions">
          <Button>{t('answer.send')}</Button>
        </div>
      </form>
    </Page>
  );
}
