import { useT, useView } from '~/platform/i18n/index.ts';
import { SpeakerName } from '~/modules/people/index.ts';
import type { SheetSummary } from '~/sheets/index.ts';
import { Button, DataTable, Field, Section, type FormError } from '~/ui/index.ts';
import type { SessionListed } from '../../queries.ts';
import { messages } from '../messages.ts';
import { paths } from '../paths.ts';
import type { RoleListed } from '../queries.ts';
import type { SpeakerLine } from '../speaker-lines.ts';
import { OrganisingPage } from './frame.tsx';
import { Verdict, Writing } from './verdict.tsx';

export interface SpeakersProps {
  sheet: SheetSummary;
  sessions: readonly SessionListed[];
  roles: readonly RoleListed[];
  text: string;
  lines: readonly (SpeakerLine & { known: string | null })[] | null;
  errors: readonly FormError[];
}

/** All who speak, session by session; and a list of them at once. */
export function SpeakersPage({ sheet, sessions, roles, text, lines, errors }: SpeakersProps) {
  const t = useT(messages);
  const { to } = useView();
  return (
    <OrganisingPage sheet={sheet} title={t('organise.speakers')} lede={t('speakers.lede')} errors={errors}>
      {sessions.length === 0 ? (
        <p>
          {t('programme.none')} <a href={to(paths.programme.href({ slug: sheet.slug }))}>{t('organise.programme')}</a>
        </p>
      ) : (
        <form method="post" action={to(paths.speakers.href({ slug: sheet.slug }))} class="edit-form wide-form" id="champ-formulaire">
          {lines && <Result lines={lines} />}
          <Field label={t('speakers.paste')} name="lignes" type="textarea" rows={lines || roles.length ? 8 : 18} hint={t('speakers.paste.hint')} value={text} error={errors.find(({ name }) => name === 'lignes')?.message} />
          <p class="hint">{t('speakers.names')}</p>
          <div class="actions">
            <Button kind={lines ? 'outline' : 'full'} name="geste" value="voir">
              {t('programme.check')}
            </Button>
          </div>
        </form>
      )}
      {sessions.map((session) => (
        <Section key={session.id} title={<span lang="fr">{t('speakers.inSession', { number: session.number, title: session.title })}</span>} action={<a href={to(paths.session.href({ slug: session.slug }))}>{t('programme.edit')}</a>}>
          <RolesList slug={session.slug} roles={roles.filter(({ sessionId }) => sessionId === session.id)} />
        </Section>
      ))}
    </OrganisingPage>
  );
}

/** Who speaks in one session, each with what may be done. */
export function RolesList({ slug, roles }: { slug: string; roles: readonly RoleListed[] }) {
  const t = useT(messages);
  const { to } = useView();
  if (!roles.length) return <p class="quiet">{t('speakers.none')}</p>;
  return (
    <ul class="held">
      {roles.map((one) => (
        <li key={one.id}>
          <div>
            <SpeakerName speaker={one.speaker} />
            <p class="held-meta">{[t(`choice.role.${one.role}`), one.video && t('choice.role.video'), one.topic, one.replaces && `${t('field.remplace')}\u00a0: ${one.replaces}`].filter(Boolean).join(', ')}</p>
          </div>
          {one.isReported ? (
            <p class="quiet">{t('speakers.reported')}</p>
          ) : (
            <div class="actions">
              <a href={to(paths.replaceSpeaker.href({ slug, id: one.id }))}>{t('speakers.replace')}</a>
              <form method="post" action={to(paths.removeSpeaker.href({ slug, id: one.id }))}>
                <Button kind="plain">{t('speakers.remove')}</Button>
              </form>
            </div>
          )}
        </li>
      ))}
    </ul>
  );
}

function Result({ lines }: { lines: NonNullable<SpeakersProps['lines']> }) {
  const t = useT(messages);
  return (
    <Section title={t('speakers.result')}>
      <DataTable
        caption={t('speakers.result')}
        hideCaption
        columns={[{ label: t('column.line'), numeric: true }, { label: t('column.number'), numeric: true }, { label: t('column.role') }, { label: t('column.who'), head: true }, { label: t('column.function') }, { label: t('column.verdict') }]}
        rows={lines.map((one) => [
          one.line, one.session ?? '', [t(`choice.role.${one.role}`), one.video && t('choice.role.video')].filter(Boolean).join(', '),
          <>
            {one.name || t('speakers.unnamed')} <small>{one.name && (one.known ? t('speakers.known', { name: one.known }) : t('speakers.new'))}</small>
          </>,
          [one.function, one.body].filter(Boolean).join(', '), <Verdict faults={one.faults} warnings={one.warnings} />,
        ])}
      />
      <Writing lines={lines} label="speakers.write" />
    </Section>
  );
}
