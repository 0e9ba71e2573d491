import { formatPartialDate, useT, useView } from '~/platform/i18n/index.ts';
import type { SheetSummary } from '~/sheets/index.ts';
import { Button, Section } from '~/ui/index.ts';
import { messages } from '../messages.ts';
import { paths } from '../paths.ts';
import type { Doors, Registration } from '../queries.ts';
import type { openingOf } from '../rules.ts';
import { OnlineLink } from './mine.tsx';

export interface BlockProps {
  sheet: SheetSummary;
  doors: Doors;
  opening: ReturnType<typeof openingOf>;
  own: Registration | null;
  isSignedIn: boolean;
  isToday: boolean;
}

/** In a meeting's page: how to come. A member has one button, and nothing else to fill in. */
export function RegistrationBlock({ sheet, doors, opening, own, isSignedIn, isToday }: BlockProps) {
  const t = useT(messages);
  const { to, lang } = useView();
  const day = (iso: string) => formatPartialDate(lang, { value: iso, precision: 'day' });
  const at = { slug: sheet.slug };
  const isComing = own !== null && (own.state === 'registered' || own.state === 'waiting');
  return (
    <Section id="venir" title={t('block.title')}>
      {own && own.state !== 'asked' && own.state !== 'invited' && <p><strong>{t(`block.${own.state}`)}</strong></p>}
      {own?.state === 'registered' && doors.onlineLink && <OnlineLink href={doors.onlineLink} />}
      {!isComing && opening === 'open' && (
        <>
          <p>{doors.closesOn ? t('block.until', { date: day(doors.closesOn) }) : t('block.open')}</p>
          {isSignedIn ? (
            <form method="post" action={to(paths.registration.href(at))} class="actions">
              <Button>{t('block.join')}</Button>
            </form>
          ) : (
            <div class="actions">
              <Button href={to(paths.registration.href(at))}>{t('block.joinOther')}</Button>
            </div>
          )}
          {isSignedIn && <p class="quiet">{t('block.join.hint')}</p>}
        </>
      )}
      {!isComing && opening === 'soon' && <p>{t('block.soon', { date: day(doors.opensOn!) })}</p>}
      {!isComing && opening === 'closed' && <p>{t('block.closed')}</p>}
      {own && (
        <p>
          <a href={to(paths.registration.href(at))}>{t('block.see')}</a>
        </p>
      )}
      {isToday && (
        <p>
          <a href={to(paths.live.href(at))}>{t('block.live')}</a>
        </p>
      )}
    </Section>
  );
}
