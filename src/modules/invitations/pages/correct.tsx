import { useT, useView } from '~/platform/i18n/index.ts';
import { EditFields, Page, type ReadyField, type SheetSummary, type Values } from '~/sheets/index.ts';
import { Button, ErrorSummary, Field, Hero, type FormError } from '~/ui/index.ts';
import type { SharedFacts } from '../facts.ts';
import { messages } from '../messages.ts';
import { paths } from '../paths.ts';

export interface CorrectProps {
  token: string;
  sheet: SheetSummary;
  facts: SharedFacts;
  ready: readonly ReadyField[];
  values: Values;
  comment: string;
  errors: readonly FormError[];
}

export function CorrectPage({ token, sheet, facts, ready, values, comment, errors }: CorrectProps) {
  const t = useT(messages);
  const { lang, to } = useView();
  return (
    <Page title={t('correct.title')} noIndex>
      <Hero size="small" title={t('correct.title')} eyebrow={<span lang={sheet.lang === lang ? undefined : sheet.lang}>{sheet.title}</span>} lede={t('correct.lede')} />
      <ErrorSummary errors={errors} />
      <form method="post" action={to(paths.correct.href({}, { jeton: token }))} class="edit-form" id="champ-formulaire">
        <EditFields kindMessages={facts.spec.messages} ready={ready} values={values} errors={errors} />
        <Field type="textarea" rows={3} name="message" label={t('correct.comment')} optional value={comment} />
        <div class="actions">
          <Button>{t('correct.send')}</Button>
          <Button kind="plain" href={to(paths.guest.href({}, { jeton: token }))}>{t('correct.back')}</Button>
        </div>
      </form>
    </Page>
  );
}
