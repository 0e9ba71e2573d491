import type { ComponentChildren } from 'preact';
import { useT, useView } from '~/platform/i18n/index.ts';
import { commonPaths, getKind, Page, type SheetFrame } from '~/sheets/index.ts';
import { Breadcrumb, Button, Hero, Icon, MarginNote, Tabs, type FormError, ErrorSummary } from '~/ui/index.ts';
import { messages } from '../messages.ts';
import { paths } from '../paths.ts';
import { mayInGroup, type Standing } from '../policy.ts';
import type { Door } from '../people/door.ts';
import type { Group } from '../queries.ts';

export interface Room {
  standing: Standing | null;
  people: number;
  requests: number;
  documents: number;
  door: Door | null;
}

const tabsOf = (group: Pick<Group, 'slug'>) => ({ show: paths.show.href({ slug: group.slug }), discussions: `${paths.show.href({ slug: group.slug })}#discussions`, people: paths.people.href({ slug: group.slug }), documents: paths.documents.href({ slug: group.slug }) });

/** The rooms of a group, for its people. */
function RoomTabs({ group, current }: { group: Pick<Group, 'slug'>; current: string }) {
  const t = useT(messages);
  const { to } = useView();
  const at = tabsOf(group);
  return (
    <Tabs
      label={t('room.tabs')}
      current={to(current)}
      items={[
        { href: to(at.show), label: t('room.show') },
        { href: to(at.discussions), label: t('room.discussions') },
        { href: to(at.people), label: t('room.people') },
        { href: to(at.documents), label: t('room.documents') },
      ]}
    />
  );
}

/** Any page inside the group. */
export function RoomPage({ group, title, lede, current, errors = [], edit, children }: { group: Group; title: string; lede?: ComponentChildren; current: string; errors?: readonly FormError[]; edit?: boolean; children: ComponentChildren }) {
  const t = useT(messages);
  const { to } = useView();
  const full = t('room.title', { title, group: group.title });
  return (
    <Page title={errors.length ? t('form.refused', { title: full }) : full} section="groupes" noIndex edit={edit}>
      <Breadcrumb items={[{ href: to(paths.list.href({})), label: t('list.title') }, { href: to(paths.show.href({ slug: group.slug })), label: group.title }, { label: title }]} />
      <Hero title={title} size="small" eyebrow={<span lang="fr">{group.title}</span>} lede={lede} />
      <RoomTabs group={group} current={current} />
      <ErrorSummary errors={errors} />
      {children}
    </Page>
  );
}

/** At the head of the group's page, for its people: what is here, and what waits. */
export function RoomHead({ group, room }: { group: Group; room: Room }) {
  const t = useT(messages);
  const { to } = useView();
  const at = tabsOf(group);
  const leads = mayInGroup('lead', room.standing);
  return (
    <nav class="room" aria-labelledby="espace">
      <h2 id="espace">{t('room.head')}</h2>
      <p class="hint">{t(`room.standing.${room.standing!}`)}</p>
      <ul class="room-doors">
        <li><a href="#discussions">{t('room.discussions')}</a></li>
        <li><a href={to(at.people)}>{t('room.count.people', { n: room.people })}</a></li>
        <li><a href={to(at.documents)}>{t('room.count.documents', { n: room.documents })}</a></li>
        {leads && <li><a href={to(paths.invitations.href({ slug: group.slug }))}>{t('room.invite')}</a></li>}
      </ul>
      {leads && room.requests > 0 && (
        <p class="room-waiting">
          <a class="with-icon" href={`${to(at.people)}#demandes`}>{t('room.count.requests', { n: room.requests })} <Icon name="arrow" /></a>
        </p>
      )}
    </nav>
  );
}

/** Where a new meeting of the group begins: its audience and its group are chosen already. */
export function newMeetingHref(group: Pick<Group, 'id'>): string {
  return commonPaths.create.href({ genre: getKind('event').genre }, { pour: `group:${group.id}`, groupe: group.id });
}

/** In the margin, for who is not in: how one comes in. Nobody is shown a gesture that would be refused. */
export function JoinNote({ group, room, frame }: { group: Group; room: Room; frame: SheetFrame }) {
  const t = useT(messages);
  const { to, account } = useView();
  if (room.standing || frame.sheet.state === 'closed') return null;
  const { door } = room;
  const href = to(paths.join.href({ slug: group.slug }));
  const how = group.reserved.length ? 'reserved' : group.joining;
  if (!account) {
    return (
      <MarginNote title={t('join.title')}>
        <p>{t(`join.how.${how}`)}</p>
        <p><a href={to(commonPaths.signIn.href({}, { suite: href }))} rel="nofollow">{t('join.signIn')}</a></p>
      </MarginNote>
    );
  }
  if (!door) return null;
  const label = door.invitation ? 'join.answer' : door.request ? 'join.waiting' : door.comers.some(({ way }) => way === 'join') ? 'join.do' : door.comers.length ? 'join.ask' : 'join.see';
  return (
    <MarginNote title={t('join.title')}>
      <p>{t(`join.how.${how}`)}</p>
      <p><Button kind={label === 'join.see' || label === 'join.waiting' ? 'plain' : 'outline'} href={door.invitation ? to(paths.invitation.href({ id: door.invitation })) : href}>{t(label)}</Button></p>
    </MarginNote>
  );
}
