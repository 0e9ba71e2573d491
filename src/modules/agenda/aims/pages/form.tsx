import { useT, useView } from '~/platform/i18n/index.ts';
import { Page, sheetHref, type SheetSummary } from '~/sheets/index.ts';
import { Breadcrumb, Button, ErrorSummary, Field, Hero, type FormError } from '~/ui/index.ts';
import { messages } from '../../messages.ts';
import { paths } from '../../paths.ts';

const fields = ['annee', 'webinaires', 'webinaires_au_plus', 'reunions'] as const;
export type AimsTyped = Record<(typeof fields)[number], string>;

export function AimsForm({ network, typed, errors }: { network: SheetSummary; typed: AimsTyped; errors: readonly FormError[] }) {
  const t = useT(messages);
  const { to } = useView();
  const back = to(sheetHref('network', network.slug));
  const name = network.context ?? network.title;
  return (
    <Page title={t('aims.form')} section="reseaux" noIndex edit>
      <Breadcrumb items={[{ href: back, label: name }, { label: t('aims.form') }]} />
      <Hero size="small" title={t('aims.form')} lede={t('aims.form.lede')} />
      <ErrorSummary errors={errors} />
      <form method="post" action={to(paths.aims.href({ slug: network.slug }))} class="edit-form">
        {fields.map((field) => (
          <Field key={field} name={field} label={t(`aims.field.${field}`)} value={typed[field]} inputmode="numeric" error={errors.find(({ name: at }) => at === field)?.message} />
        ))}
        <div class="actions form-actions">
          <Button>{t('aims.save')}</Button>
          <Button kind="plain" href={back}>{t('aims.back')}</Button>
        </div>
      </form>
    </Page>
  );
}
