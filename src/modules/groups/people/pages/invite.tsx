import { formatPartialDate, useT, useView } from '~/platform/i18n/index.ts';
import { Button, Field, Section } from '~/ui/index.ts';
import { messages } from '../../messages.ts';
import { RoomPage } from '../../pages/room.tsx';
import { paths } from '../../paths.ts';
import type { Group } from '../../queries.ts';
import { dayOf } from '../../rules.ts';
import type { InvitableBody, Invited } from '../queries.ts';

export interface InviteTyped {
  mail: string;
  standing: 'member' | 'guest';
  until: string;
  word: string;
}

type Fault = 'error.mail' | 'error.until.missing' | 'error.until.past' | 'error.until.far' | 'error.invited.same' | 'error.invited.in' | 'error.invited.many' | 'error.bodies';

export interface InvitePageProps {
  group: Group;
  invited: readonly Invited[];
  bodies: readonly InvitableBody[];
  typed: InviteTyped;
  errors: readonly { name: string; key: Fault }[];
}

/** By mail, one person; or the agents of several authorities at once. */
export function InvitePage({ group, invited, bodies, typed, errors }: InvitePageProps) {
  const t = useT(messages);
  const { to } = useView();
  const shown = errors.map(({ name, key }) => ({ name, message: t(key) }));
  const errorOf = (name: string) => shown.find((error) => error.name === name)?.message;
  const at = { slug: group.slug };
  return (
    <RoomPage group={group} title={t('invite.title')} lede={t('invite.lede')} current={paths.invitations.href(at)} errors={shown}>
      <Section title={t('invite.one')}>
        <form method="post" action={to(paths.invitations.href(at))} class="form">
          <Field name="courriel" type="email" inputmode="email" label={t('invite.mail')} hint={t('invite.mail.hint')} value={typed.mail} error={errorOf('courriel')} />
          <Field type="radio" name="qualite" label={t('invite.standing')} options={[['invite', t('invite.guest')], ['membre', t('invite.member')]]} value={typed.standing === 'guest' ? 'invite' : 'membre'} />
          <Field name="jusqu" type="date" label={t('invite.until')} hint={t('invite.until.hint')} value={typed.until} error={errorOf('jusqu')} />
          <Field name="mot" type="textarea" rows={3} label={t('invite.word')} optional value={typed.word} maxLength={1000} />
          <p class="actions"><Button>{t('invite.do')}</Button></p>
        </form>
      </Section>
      {bodies.length > 0 && (
        <Section title={t('invite.bodies')}>
          <form method="post" action={to(paths.inviteBodies.href(at))} class="form">
            <Field type="checkboxes" name="collectivites" label={t('invite.bodies.label')} hint={t('invite.bodies.hint')} options={bodies.map(({ id, title, accounts }) => [id, t('invite.body', { body: title, n: accounts })] as const)} error={errorOf('collectivites')} />
            <p class="actions"><Button>{t('invite.bodies.do')}</Button></p>
          </form>
        </Section>
      )}
      <Waiting group={group} invited={invited} />
    </RoomPage>
  );
}

function Waiting({ group, invited }: Pick<InvitePageProps, 'group' | 'invited'>) {
  const t = useT(messages);
  const { lang, to } = useView();
  const day = (iso: string) => formatPartialDate(lang, dayOf(iso));
  return (
    <Section title={t('invite.waiting', { n: invited.length })}>
      {invited.length === 0 ? (
        <p>{t('invite.waiting.none')}</p>
      ) : (
        <ul class="group-people">
          {invited.map((one) => (
            <li key={one.id}>
              <p class="person-name">{one.who}</p>
              <p class="hint">{one.until ? t('invite.waiting.guest', { since: day(one.since), until: day(one.until) }) : t('invite.waiting.member', { since: day(one.since) })}</p>
              <form method="post" action={to(paths.withdrawInvitation.href({ slug: group.slug, id: one.id }))}>
                <Button kind="plain">{t('invite.withdraw')}</Button>
              </form>
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}
