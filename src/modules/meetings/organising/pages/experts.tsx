import { useT, useView } from '~/platform/i18n/index.ts';
import type { SheetSummary } from '~/sheets/index.ts';
import { Button, Section } from '~/ui/index.ts';
import type { Shown } from '../form.ts';
import { messages } from '../messages.ts';
import { paths } from '../paths.ts';
import type { Expert } from '../queries.ts';
import { Fields, OrganisingPage } from './frame.tsx';

export function ExpertsPage({ sheet, experts, shown }: { sheet: SheetSummary; experts: readonly Expert[]; shown: Shown }) {
  const t = useT(messages);
  const { to } = useView();
  return (
    <OrganisingPage sheet={sheet} title={t('organise.experts')} lede={t('experts.lede')} errors={shown.errors}>
      <form method="post" action={to(paths.experts.href({ slug: sheet.slug }))} class="edit-form" id="champ-formulaire">
        <Fields shown={shown} />
        <div class="actions">
          <Button>{t('experts.send')}</Button>
        </div>
      </form>
      <Section title={t('experts.list')}>
        {!experts.length && <p class="quiet">{t('experts.none')}</p>}
        <ul class="held">
          {experts.map((one) => (
            <li key={one.id}>
              <div>
                <strong>{[one.name, one.function].filter(Boolean).join(', ')}</strong>
                {one.mail && <p>{one.mail}</p>}
                <p class="held-meta">{[one.session ? t('volunteers.session', { session: one.session }) : t('experts.whole'), one.invitedBy && t('experts.by', { who: one.invitedBy })].filter(Boolean).join('. ')}</p>
              </div>
              <div>
                {t(`state.${one.state as 'invited'}`)}
                {one.state === 'invited' && (
                  <form method="post" action={to(paths.withdrawExpert.href({ slug: sheet.slug, id: one.id }))}>
                    <Button kind="plain">{t('experts.withdraw')}</Button>
                  </form>
                )}
              </div>
            </li>
          ))}
        </ul>
      </Section>
    </OrganisingPage>
  );
}

export function EditionPage({ sheet, shown }: { sheet: SheetSummary; shown: Shown }) {
  const t = useT(messages);
  const { to } = useView();
  return (
    <OrganisingPage sheet={sheet} title={t('edition.title')} lede={t('edition.lede')} errors={shown.errors}>
      <form method="post" action={to(paths.edition.href({ slug: sheet.slug }))} class="edit-form" id="champ-formulaire">
        <Fields shown={shown} />
        <div class="actions">
          <Button>{t('edition.do')}</Button>
        </div>
      </form>
    </OrganisingPage>
  );
}

export function VolunteerPage({ sheet, session, shown, action, isOffered }: { sheet: SheetSummary; session?: SheetSummary; shown: Shown; action: string; isOffered: boolean }) {
  const t = useT(messages);
  const { to } = useView();
  return (
    <OrganisingPage sheet={sheet} session={session} isWhole={false} title={t('volunteer.title')} lede={isOffered ? t('volunteer.offered') : t('volunteer.lede')} errors={shown.errors}>
      {!isOffered && (
        <form method="post" action={to(action)} class="edit-form" id="champ-formulaire">
          <Fields shown={shown} />
          <div class="actions">
            <Button>{t('volunteer.send')}</Button>
          </div>
        </form>
      )}
    </OrganisingPage>
  );
}
