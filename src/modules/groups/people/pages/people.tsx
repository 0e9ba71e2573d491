import { useT, useView } from '~/platform/i18n/index.ts';
import { Button, Pager, Section } from '~/ui/index.ts';
import { messages } from '../../messages.ts';
import { RoomPage } from '../../pages/room.tsx';
import { paths } from '../../paths.ts';
import { mayInGroup, type Standing } from '../../policy.ts';
import type { Group } from '../../queries.ts';
import type { Asked, Person } from '../queries.ts';
import { PersonLine, Requests } from './person.tsx';

export interface PeoplePageProps {
  group: Group;
  standing: Standing;
  people: readonly Person[];
  total: number;
  requests: readonly Asked[];
  page: number;
  pages: number;
  /** This reader's account. */
  me: string;
}

/** Who is in the group: read by its people alone. */
export function PeoplePage({ group, standing, people, total, requests, page, pages, me }: PeoplePageProps) {
  const t = useT(messages);
  const { to } = useView();
  const here = paths.people.href({ slug: group.slug });
  const leads = mayInGroup('lead', standing);
  const at = (n: number) => (n < 1 || n > pages ? null : to(paths.people.href({ slug: group.slug }, { page: n === 1 ? undefined : n })));
  const mine = people.find(({ accountId }) => accountId === me);
  return (
    <RoomPage group={group} title={t('room.people')} lede={t('people.lede')} current={here}>
      {requests.length > 0 && <Requests group={group} requests={requests} />}
      <Section title={t('people.count', { n: total })} action={leads && <Button kind="outline" href={to(paths.invitations.href({ slug: group.slug }))}>{t('room.invite')}</Button>}>
        {total === 0 ? (
          <p>{t('people.none')}</p>
        ) : (
          <ul class="group-people">
            {people.map((person) => (
              <PersonLine key={person.accountId} {...{ group, person, standing }} isMe={person.accountId === me} />
            ))}
          </ul>
        )}
        <Pager prevHref={at(page - 1)} nextHref={at(page + 1)}>{pages > 1 && t('people.page', { page, pages })}</Pager>
      </Section>
      {mine && (
        <Section title={t('leave.title')}>
          <p>{t('leave.text')}</p>
          <form method="post" action={to(paths.leave.href({ slug: group.slug }))}>
            {mine.body && mine.standing === 'member' && (
              <label class="choice">
                <input type="checkbox" name="avec-ma-structure" value="1" /> <span>{t('leave.withBody', { body: mine.body.title })}</span>
              </label>
            )}
            <p class="actions"><Button kind="outline">{t('leave.do')}</Button></p>
          </form>
        </Section>
      )}
    </RoomPage>
  );
}
