import { useT, useView } from '~/platform/i18n/index.ts';
import { commonPaths, Page } from '~/sheets/index.ts';
import { Button, Empty, Hero, Section } from '~/ui/index.ts';
import { AimsBlock } from '../aims/pages/block.tsx';
import { CrossingNote } from '../crossings/pages/note.tsx';
import type { ForMember } from '../member.ts';
import { messages } from '../messages.ts';
import { paths } from '../paths.ts';
import type { Agenda, Anniversaries } from '../queries.ts';
import { feedHref, monthHref } from '../question.ts';
import { hasDay, isOver } from '../rules.ts';
import { AnniversaryBand } from './anniversaries.tsx';
import { Entries } from './entries.tsx';
import { FeedBox } from './feed-box.tsx';
import { formatMonth, MonthLinks } from './month.tsx';
import { MonthView } from './month-view.tsx';
import { Past, Upcoming } from './past.tsx';
import { AgendaQuestion } from './question.tsx';

export interface AgendaPageProps {
  agenda: Agenda;
  anniversaries: Anniversaries;
  member: ForMember | null;
}

/** The whole agenda of a question: this month, what comes, what was, what has no date. */
export function AgendaPage({ agenda, anniversaries, member }: AgendaPageProps) {
  const t = useT(messages);
  const { lang, to, today } = useView();
  const month = today.slice(0, 7);
  const dated = agenda.entries.filter((entry) => entry.start);
  const upcoming = dated.filter((entry) => !isOver(entry, today));
  const recurring = agenda.entries.filter((entry) => !entry.start && entry.state === 'recurring');
  const undated = agenda.entries.filter((entry) => !entry.start && entry.state !== 'recurring');
  return (
    <Page title={t('title')} section="agenda" description={t('lede')} feeds={[{ href: feedHref(agenda), type: 'text/calendar', title: t('feed.title') }]}>
      <Hero title={t('title')} lede={t('lede')} actions={member && member.announces.length > 0 && <Announce genres={member.announces} />} />
      <AgendaQuestion agenda={agenda} action={to(paths.show.href({}))} />
      <div class="agenda">
        <div class="agenda-list">
          <h2>{t('upcoming.title')}</h2>
          {upcoming.length > 0 ? <Upcoming agenda={agenda} entries={upcoming} /> : <Empty title={t('upcoming.none')}><p>{t('upcoming.none.text')}</p></Empty>}
        </div>
        <div class="agenda-month">
          <div class="month-head">
            <h2><a href={to(monthHref(agenda, month))}>{formatMonth(lang, month)}</a></h2>
            <MonthLinks agenda={agenda} month={month} />
          </div>
          <MonthView entries={agenda.entries} month={month} />
          {member && <CrossingNote crossings={member.crossings} asks={member.asks} />}
          <FeedBox question={agenda} left={agenda.entries.filter((entry) => !hasDay(entry)).length} />
        </div>
      </div>
      {member && <AimsBlock aims={member.aims} maySet={false} />}
      <AnniversaryBand anniversaries={anniversaries} year={Number(today.slice(0, 4))} />
      {recurring.length > 0 && (
        <Section id="chaque-annee" title={t('recurring.title')} lede={t('recurring.lede')} rule>
          <Entries entries={recurring} />
        </Section>
      )}
      <Past agenda={agenda} entries={dated.filter((entry) => isOver(entry, today))} />
      {undated.length > 0 && (
        <Section id="sans-date" title={t('undated.title')} lede={t('undated.lede')} rule>
          <Entries entries={undated} />
        </Section>
      )}
    </Page>
  );
}

function Announce({ genres }: { genres: readonly string[] }) {
  const t = useT(messages);
  const { to } = useView();
  return (
    <>
      {genres.includes('rencontre') && <Button href={to(commonPaths.create.href({ genre: 'rencontre' }))}>{t('announce')}</Button>}
      {genres.includes('visite') && <Button kind="outline" href={to(commonPaths.create.href({ genre: 'visite' }))}>{t('announce.trip')}</Button>}
    </>
  );
}
