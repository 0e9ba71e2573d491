import { useT, useView } from '~/platform/i18n/index.ts';
import type { SheetSummary } from '~/sheets/index.ts';
import { Button, Field, Section, type FormError } from '~/ui/index.ts';
import type { Shown } from '../form.ts';
import { messages } from '../messages.ts';
import { paths } from '../paths.ts';
import type { RoleListed } from '../queries.ts';
import { Fields, OrganisingPage } from './frame.tsx';
import { RolesList } from './speakers.tsx';

export interface SessionFormProps {
  sheet: SheetSummary;
  session: SheetSummary;
  isWhole: boolean;
  roles: readonly RoleListed[];
  edit: Shown;
  speaker: Shown;
}

/** One session: when, where, of what kind; then who speaks in it. */
export function OrganiseSessionPage({ sheet, session, isWhole, roles, edit, speaker }: SessionFormProps) {
  const t = useT(messages);
  const { to } = useView();
  const at = { slug: session.slug };
  const errors = [...edit.errors, ...speaker.errors];
  return (
    <OrganisingPage sheet={sheet} session={session} isWhole={isWhole} title={t('session.title')} errors={errors}>
      <Section title={t('speakers.list')}>
        <RolesList slug={session.slug} roles={roles} />
      </Section>
      <Section title={t('speakers.add')} action={isWhole && <a href={to(paths.speakers.href({ slug: sheet.slug }))}>{t('speakers.addList')}</a>}>
        <form method="post" action={to(paths.sessionSpeakers.href(at))} class="edit-form">
          <SpeakerFields shown={speaker} />
          <div class="actions">
            <Button>{t('speakers.add.do')}</Button>
          </div>
        </form>
      </Section>
      <Section title={t('session.form')}>
        <form method="post" action={to(paths.session.href(at))} class="edit-form" id="champ-formulaire">
          <Fields shown={edit} />
          {edit.errors.some(({ name }) => name === 'jour') && <Field type="checkbox" name="garder" label={t('session.keep')} />}
          <div class="actions">
            <Button>{t('organise.save')}</Button>
          </div>
        </form>
      </Section>
      {session.state !== 'cancelled' && session.state !== 'held' && (
        <form method="post" action={to(paths.cancelSession.href(at))} class="edit-form">
          <p class="quiet">{t('session.cancel.text')}</p>
          <Button kind="plain">{t('session.cancel')}</Button>
        </form>
      )}
    </OrganisingPage>
  );
}

function SpeakerFields({ shown }: { shown: Shown }) {
  const t = useT(messages);
  return (
    <>
      <p class="hint">{t('speakers.names')}</p>
      <Fields shown={shown} />
      {isClash(shown.errors) && <Field type="checkbox" name="garder" label={t('speakers.keep')} />}
    </>
  );
}

const isClash = (errors: readonly FormError[]) => errors.some(({ name }) => name === 'nom');

/** Somebody speaks instead of who was announced. */
export function ReplacePage({ sheet, session, isWhole, role, shown }: { sheet: SheetSummary; session: SheetSummary; isWhole: boolean; role: RoleListed; shown: Shown }) {
  const t = useT(messages);
  const { to } = useView();
  return (
    <OrganisingPage sheet={sheet} session={session} isWhole={isWhole} title={t('speakers.replace.title')} lede={t('speakers.replace.lede', { function: role.speaker.function })} errors={shown.errors}>
      <form method="post" action={to(paths.replaceSpeaker.href({ slug: session.slug, id: role.id }))} class="edit-form" id="champ-formulaire">
        <SpeakerFields shown={shown} />
        <div class="actions">
          <Button>{t('speakers.replace')}</Button>
        </div>
      </form>
    </OrganisingPage>
  );
}
