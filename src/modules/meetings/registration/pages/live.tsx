import type { VNode } from 'preact';
import { useT, useView } from '~/platform/i18n/index.ts';
import { Page, sheetHref, type SheetSummary } from '~/sheets/index.ts';
import { Breadcrumb, Button, Hero, Section } from '~/ui/index.ts';
import { messages as meetingMessages } from '../../messages.ts';
import { formatHours } from '../../pages/when.tsx';
import { paths as meetingPaths } from '../../paths.ts';
import type { SessionListed } from '../../queries.ts';
import type { Programme } from '../live.ts';
import { messages } from '../messages.ts';
import { paths } from '../paths.ts';
import type { RegistrationState } from '../rules.ts';
import { OnlineLink } from './mine.tsx';

export interface LiveProps {
  sheet: SheetSummary;
  programme: Programme;
  /** What other modules show in the sessions that go on: polls. */
  asked: readonly VNode[];
  /** For who is registered. */
  onlineLink: string | null;
  registration: RegistrationState | null;
}

/** « En séance »: one column, large, for a phone held in the hand. */
export function LivePage({ sheet, programme, asked, onlineLink, registration }: LiveProps) {
  const t = useT(messages);
  const { to } = useView();
  const { today, now, next } = programme;
  const at = { slug: sheet.slug };
  return (
    <Page title={t('live.titleOf', { title: sheet.title })} section="rencontres" noIndex>
      <Breadcrumb items={[{ href: to(sheetHref('event', sheet.slug)), label: sheet.title }, { label: t('live.title') }]} />
      <Hero size="small" title={t('live.title')} eyebrow={<span lang="fr">{sheet.title}</span>} />
      <div class="live">
        {onlineLink && <OnlineLink href={onlineLink} />}
        {today.length === 0 ? <p>{t('live.notToday')}</p> : (
          <>
            <Section title={t('live.now')}>{now.length ? <LiveList sessions={now} /> : <p>{t('live.none')}</p>}</Section>
            {asked}
            <Section title={t('live.next')}>{next.length ? <LiveList sessions={next} /> : <p>{t('live.over')}</p>}</Section>
          </>
        )}
        <p class="actions">
          <Button kind="outline" href={to(paths.live.href(at))}>{t('live.refresh')}</Button> {registration && <a href={to(paths.registration.href(at))}>{t('block.see')}</a>} <a href={`${to(sheetHref('event', sheet.slug))}#programme`}>{t('live.all')}</a>
        </p>
      </div>
    </Page>
  );
}

function LiveList({ sessions }: { sessions: readonly SessionListed[] }) {
  const t = useT(messages);
  const words = useT(meetingMessages);
  const { lang, to } = useView();
  return (
    <ul class="plain live-list">
      {sessions.map((one) => (
        <li key={one.id}>
          <p class="slot-time">
            <strong>{formatHours(words, lang, one)}</strong> {one.room}
          </p>
          <p class="session-title" lang={lang === 'fr' ? undefined : 'fr'}>
            <a href={to(meetingPaths.session.href({ slug: one.slug }))}>{one.number > 0 ? t('sessions.one', { number: one.number, title: one.title }) : one.title}</a>
          </p>
        </li>
      ))}
    </ul>
  );
}
