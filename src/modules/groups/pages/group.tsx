import { useT, useView } from '~/platform/i18n/index.ts';
import { WhyHidden } from '~/modules/people/index.ts';
import { labelOfType, sheetHref, SheetPage, useSheetItem, type SheetFrame, type SheetSummary } from '~/sheets/index.ts';
import { Button, Hero, Note, Section, SheetList } from '~/ui/index.ts';
import { messages } from '../messages.ts';
import { paths } from '../paths.ts';
import { mayInGroup } from '../policy.ts';
import type { GroupDetail } from '../queries.ts';
import { GroupAround } from './around.tsx';
import { GroupFacts } from './facts.tsx';
import { JoinNote, newMeetingHref, RoomHead, type Room } from './room.tsx';

const topics = ['need', 'aim', 'working', 'name_option'] as const;

export interface GroupPageProps {
  frame: SheetFrame;
  detail: GroupDetail;
  meetings: { next: SheetSummary[]; past: SheetSummary[] };
  room: Room;
  mayAnnounce: boolean;
}

/** What everybody reads of a group, and for its people what it holds. */
export function GroupPage({ frame, detail, meetings, room, mayAnnounce }: GroupPageProps) {
  const t = useT(messages);
  const { lang, to } = useView();
  const { sheet } = frame;
  const { group } = detail;
  return (
    <SheetPage
      frame={frame}
      section="groupes"
      breadcrumb={[{ href: to(paths.list.href({})), label: t('list.title') }, { label: sheet.title }]}
      hero={<Hero title={<span lang="fr">{sheet.title}</span>} size="title" eyebrow={labelOfType('group', sheet.type, lang)} lede={<span lang="fr">{sheet.summary}</span>} side={<GroupFacts frame={frame} detail={detail} />} />}
      aside={
        <>
          <JoinNote group={group} room={room} frame={frame} />
          {detail.chair && <WhyHidden />}
        </>
      }
    >
      {mayInGroup('read', room.standing) && <RoomHead group={group} room={room} />}
      <Twins detail={detail} />
      <Section id="reunions" title={t('meetings.title')} action={mayAnnounce && <Button kind="outline" href={to(newMeetingHref(group))}>{t('meetings.new')}</Button>}>
        <Meetings {...meetings} />
      </Section>
      {topics.map((topic) => {
        const list = detail.statements.filter((one) => one.topic === topic);
        return (
          list.length > 0 && (
            <Section key={topic} title={t(topic)} lede={topic === 'name_option' ? t('name_option.lede') : undefined}>
              <ul class="part-items" lang="fr">
                {list.map((one) => (
                  <li key={one.text}>{one.text}</li>
                ))}
              </ul>
            </Section>
          )
        );
      })}
      <GroupAround sheet={sheet} detail={detail} shown={[...meetings.next, ...meetings.past].map(({ id }) => id)} />
      {detail.note && (
        <Section title={t('note')}>
          <p lang="fr">{detail.note}</p>
        </Section>
      )}
    </SheetPage>
  );
}

function Meetings({ next, past }: GroupPageProps['meetings']) {
  const t = useT(messages);
  const item = useSheetItem();
  if (!next.length && !past.length) return <p>{t('meetings.none')}</p>;
  return (
    <>
      <h3>{t('meetings.next')}</h3>
      {next.length > 0 ? <SheetList items={next.map(item)} /> : <p>{t('meetings.next.none')}</p>}
      {past.length > 0 && <h3>{t('meetings.past')}</h3>}
      {past.length > 0 && <SheetList items={past.map(item)} />}
    </>
  );
}

/** R160: where people meet on the same subject already. */
function Twins({ detail }: { detail: GroupDetail }) {
  const t = useT(messages);
  const { to } = useView();
  const hosts = [...Map.groupBy(detail.twins, (twin) => twin.host ?? '')];
  return (
    <>
      {hosts.map(([host, twins]) => (
        <Note key={host} tone="context" title={host ? t('twins.title', { host }) : t('twins.elsewhere')}>
          <p>{t('twins.text', { n: twins.length })}</p>
          <ul class="plain inline" lang="fr">
            {twins.map((twin) => (
              <li key={twin.id}><a href={to(sheetHref(twin.kind, twin.slug))}>{twin.title}</a></li>
            ))}
          </ul>
        </Note>
      ))}
    </>
  );
}
