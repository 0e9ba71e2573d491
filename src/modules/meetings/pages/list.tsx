import { formatPartialDate, useT, useView } from '~/platform/i18n/index.ts';
import { commonPaths, getKind, labelOfType, Page } from '~/sheets/index.ts';
import { Button, Hero, MoreLink, Section, SheetList } from '~/ui/index.ts';
import { messages } from '../messages.ts';
import { paths } from '../paths.ts';
import type { MeetingListed } from '../queries.ts';
import { sortMeetings } from '../rules.ts';
import { MeetingState } from './state.tsx';
import { formatWhen } from './when.tsx';

export function MeetingsPage({ meetings, total, mayAnnounce }: { meetings: MeetingListed[]; total: number; mayAnnounce: boolean }) {
  const t = useT(messages);
  const { to, today } = useView();
  const { upcoming, unanswered, past, undated } = sortMeetings(meetings, today);
  return (
    <Page title={t('list.title')} section="rencontres" description={t('list.lede')}>
      <Hero
        title={t('list.title')}
        lede={t('list.lede')}
        eyebrow={t('list.count', { n: total })}
        actions={mayAnnounce ? <Button href={to(commonPaths.create.href({ genre: getKind('event').genre }))}>{t('tool.announce')}</Button> : undefined}
      />
      <Section id="a-venir" title={t('list.upcoming')}>
        {upcoming.length > 0 ? <Meetings list={upcoming} /> : <p>{t('list.upcoming.none')}</p>}
        <MoreLink href={to('/agenda')}>{t('list.agenda')}</MoreLink>
      </Section>
      <Section id="passees" title={t('list.held')}>
        <Meetings list={past} />
        {total > meetings.length && <MoreLink href={to('/agenda')}>{t('list.older', { n: total - meetings.length })}</MoreLink>}
      </Section>
      {unanswered.length > 0 && (
        <Section id="sans-nouvelles" title={t('list.unanswered')} lede={t('list.unanswered.lede')}>
          <Meetings list={unanswered} />
        </Section>
      )}
      {undated.length > 0 && (
        <Section id="sans-date" title={t('list.undated')} lede={t('list.undated.lede')}>
          <Meetings list={undated} />
        </Section>
      )}
    </Page>
  );
}

function Meetings({ list }: { list: MeetingListed[] }) {
  const t = useT(messages);
  const { lang, to } = useView();
  return (
    <SheetList
      items={list.map((one) => ({
        href: to(paths.meeting.href({ slug: one.slug })),
        title: one.title,
        lang: 'fr',
        meta: [labelOfType('event', one.type, lang), formatWhen(t, lang, one), one.online ? t('where.online') : one.place, one.sessions > 0 && t('list.sessions', { n: one.sessions })].filter(Boolean).join(', '),
        right: <MeetingState state={one.state} />,
        sign: one.start ? <strong class="list-year">{formatPartialDate(lang, { value: one.start.value.slice(0, 4), precision: 'year' })}</strong> : undefined,
      }))}
    />
  );
}
