import { useT, useView } from '~/platform/i18n/index.ts';
import { commonPaths, EditFields, Page, sheetHref, type ReadyField, type SheetSummary, type Values } from '~/sheets/index.ts';
import { Breadcrumb, Button, ErrorSummary, Hero, Note, type FormError } from '~/ui/index.ts';
import { messages } from '../messages.ts';
import { paths } from '../paths.ts';
import { SessionChoice, type SessionChoiceProps } from './sessions.tsx';

export interface FormProps extends SessionChoiceProps {
  sheet: SheetSummary;
  ready: readonly ReadyField[];
  values: Values;
  isFull: boolean;
  errors: readonly FormError[];
}

/** One page for somebody without an account. */
export function FormPage({ sheet, ready, values, isFull, errors, sessions, chosen }: FormProps) {
  const t = useT(messages);
  const { to } = useView();
  return (
    <Page title={t('form.titleOf', { title: sheet.title })} section="rencontres" noIndex>
      <Breadcrumb items={[{ href: to(sheetHref('event', sheet.slug)), label: sheet.title }, { label: t('form.title') }]} />
      <Hero size="small" title={t('form.title')} eyebrow={<span lang="fr">{sheet.title}</span>} lede={t('form.lede')} />
      {isFull && <Note>{t('block.full')}</Note>}
      <p>
        <a href={to(`${commonPaths.signIn.href({})}?suite=${encodeURIComponent(sheetHref('event', sheet.slug))}`)}>{t('block.signIn')}</a>
      </p>
      <ErrorSummary errors={errors} />
      <form method="post" action={to(paths.registration.href({ slug: sheet.slug }))} class="edit-form" id="champ-formulaire">
        <EditFields kindMessages={messages} ready={ready} values={values} errors={errors} />
        <SessionChoice sessions={sessions} chosen={chosen} errors={errors} />
        <p class="quiet">{t('form.kept')}</p>
        <div class="actions">
          <Button>{t('form.send')}</Button>
        </div>
      </form>
    </Page>
  );
}

export function SentPage({ sheet }: { sheet: SheetSummary }) {
  return <Said sheet={sheet} which="sent" />;
}

export function ClosedPage({ sheet }: { sheet: SheetSummary }) {
  return <Said sheet={sheet} which="closed" />;
}

function Said({ sheet, which }: { sheet: SheetSummary; which: 'sent' | 'closed' }) {
  const t = useT(messages);
  const { to } = useView();
  return (
    <Page title={t(`form.${which}.title`)} section="rencontres" noIndex>
      <Breadcrumb items={[{ href: to(sheetHref('event', sheet.slug)), label: sheet.title }, { label: t('form.title') }]} />
      <Hero size="small" title={t(`form.${which}.title`)} lede={t(`form.${which}.text`)} />
      <p>
        <a href={to(sheetHref('event', sheet.slug))}>{t('form.sent.back')}</a>
      </p>
    </Page>
  );
}

/** A token that says nothing any more. */
export function BrokenPage() {
  const t = useT(messages);
  return (
    <Page title={t('mine.broken.title')} noIndex>
      <Hero size="small" title={t('mine.broken.title')} lede={t('mine.broken.text')} />
    </Page>
  );
}
