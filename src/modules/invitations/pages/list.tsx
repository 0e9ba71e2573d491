import { formatPartialDate, useT, useView } from '~/platform/i18n/index.ts';
import { EditFields, Page, sheetHref, type KindSpec, type ReadyField, type SheetSummary, type Values } from '~/sheets/index.ts';
import { Breadcrumb, Button, ErrorSummary, Hero, Section, type FormError } from '~/ui/index.ts';
import { messages } from '../messages.ts';
import { paths } from '../paths.ts';
import type { Invitation } from '../queries.ts';
import { isUsable, stateOf } from '../rules.ts';

export interface ListProps {
  spec: KindSpec;
  sheet: SheetSummary;
  invitations: readonly Invitation[];
  ready: readonly ReadyField[];
  values: Values;
  errors: readonly FormError[];
  now: number;
}

export function InvitationsPage({ spec, sheet, invitations, ready, values, errors, now }: ListProps) {
  const t = useT(messages);
  const { to } = useView();
  const at = { genre: spec.genre, slug: sheet.slug };
  return (
    <Page title={t('list.title')} noIndex>
      <Breadcrumb items={[{ href: to(sheetHref(spec.kind, sheet.slug)), label: sheet.title }, { label: t('list.title') }]} />
      <Hero size="small" title={t('list.title')} eyebrow={sheet.title} lede={t('list.lede')} />
      <ErrorSummary errors={errors} />
      <form method="post" action={to(paths.list.href(at))} class="edit-form" id="champ-formulaire">
        <EditFields kindMessages={messages} ready={ready} values={values} errors={errors} />
        <p class="quiet">{t('list.kept')}</p>
        <div class="actions">
          <Button>{t('list.send')}</Button>
        </div>
      </form>
      <Section title={t('list.sent')}>{invitations.length ? <Sent at={at} invitations={invitations} now={now} /> : <p class="quiet">{t('list.none')}</p>}</Section>
    </Page>
  );
}

function Sent({ at, invitations, now }: { at: { genre: string; slug: string }; invitations: readonly Invitation[]; now: number }) {
  const t = useT(messages);
  const { lang, to } = useView();
  return (
    <ul class="held">
      {invitations.map((one) => {
        const state = stateOf(one, now);
        return (
          <li key={one.id}>
            <div>
              <strong>{t('list.who.of', { function: one.function, body: one.body })}</strong>
              {one.mail && <p>{one.mail}</p>}
              <p class="held-meta">
                {t('list.when.by', { date: formatPartialDate(lang, { value: one.invitedAt.slice(0, 10), precision: 'day' }), author: one.invitedBy })}
              </p>
            </div>
            <div>
              {t(`state.${state}`)}
              {isUsable(state) && state !== 'accepted' && (
                <form method="post" action={to(paths.withdraw.href({ ...at, id: one.id }))}>
                  <Button kind="plain">{t('list.withdraw')}</Button>
                </form>
              )}
            </div>
          </li>
        );
      })}
    </ul>
  );
}
