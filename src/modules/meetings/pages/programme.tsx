import { useT, useView } from '~/platform/i18n/index.ts';
import { Icon, Section, StateMark } from '~/ui/index.ts';
import { messages } from '../messages.ts';
import { paths } from '../paths.ts';
import type { SessionListed } from '../queries.ts';
import { groupSlots, type Slot } from '../slots.ts';
import { SessionKind } from './session-sign.tsx';
import { formatHours, formatShortDay } from './when.tsx';

/** Reads like a printed programme: what has no hour apart, then one row for each slot, its sessions side by side. */
export function Programme({ sessions, calendarHref, current }: { sessions: readonly SessionListed[]; calendarHref: string; current?: string }) {
  const t = useT(messages);
  return (
    <Section
      id="programme"
      title={t('programme.title')}
      action={
        <a class="with-icon no-print" href={calendarHref}>
          <Icon name="calendar" /> <span>{t('programme.calendar')}</span>
        </a>
      }
    >
      <div class="programme">
        {groupSlots(sessions).map((slot) => (
          <SlotRow key={slot.sessions[0]!.id} slot={slot} current={current} />
        ))}
      </div>
    </Section>
  );
}

function SlotRow({ slot, current }: { slot: Slot; current?: string }) {
  const t = useT(messages);
  const { lang } = useView();
  if (!slot.day) return slot.sessions.map((session) => <PlenaryRow key={session.id} session={session} />);
  return (
    <section class="slot">
      <h3 class="slot-time">
        <time dateTime={slot.starts ? `${slot.day}T${slot.starts.slice(0, 5)}` : slot.day}>
          <span>{formatShortDay(lang, slot.day)}</span> <strong>{formatHours(t, lang, slot)}</strong>
        </time>
      </h3>
      <ol class={`parallel n-${Math.min(4, slot.sessions.length)}`} aria-label={t('programme.parallel', { n: slot.sessions.length })}>
        {slot.sessions.map((session) => (
          <li key={session.id} class={session.id === current ? 'current' : undefined} value={session.number}>
            <SessionCell session={session} isCurrent={session.id === current} />
          </li>
        ))}
      </ol>
    </section>
  );
}

function PlenaryRow({ session }: { session: SessionListed }) {
  const t = useT(messages);
  const { to, lang } = useView();
  return (
    <section class="slot plenary">
      <p class="slot-time">
        <SessionKind type={session.type} />
      </p>
      <h3 class="session-title" lang={lang === 'fr' ? undefined : 'fr'}>
        <a href={to(paths.session.href({ slug: session.slug }))}>{session.title}</a>
      </h3>
      <p class="session-count">
        <Spoken session={session} />. {t('programme.noTime')}
      </p>
    </section>
  );
}

function SessionCell({ session, isCurrent }: { session: SessionListed; isCurrent: boolean }) {
  const t = useT(messages);
  const { to, lang } = useView();
  return (
    <>
      <p class="session-head">
        <strong class="session-number">{session.number}</strong> <SessionKind type={session.type} />
      </p>
      <h4 class="session-title" lang={lang === 'fr' ? undefined : 'fr'}>
        <a href={to(paths.session.href({ slug: session.slug }))} aria-current={isCurrent ? 'page' : undefined}>
          {session.title}
        </a>
      </h4>
      <p class="session-count">
        <Spoken session={session} />
      </p>
      {session.toConfirm && (
        <p class="session-mark">
          <StateMark status="a-confirmer" word={t('programme.dayDoubt')} />
        </p>
      )}
      {session.notes > 0 && (
        <p class="session-mark">
          <StateMark status="prevu" word={t('programme.note')} />
        </p>
      )}
    </>
  );
}

function Spoken({ session: { speakers, silent } }: { session: SessionListed }) {
  const t = useT(messages);
  return <>{silent ? t('programme.speakersSilent', { n: speakers, silent }) : t('programme.speakers', { n: speakers })}</>;
}
