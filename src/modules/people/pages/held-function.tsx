import { formatPartialDate, useT, useView } from '~/platform/i18n/index.ts';
import type { FunctionHeld } from '../functions.ts';
import { messages } from '../messages.ts';

/** A function, its body, its dates; a past one says so. */
export function HeldFunction({ held }: { held: FunctionHeld }) {
  const t = useT(messages);
  const { to } = useView();
  const role = held.isCurrent ? held.function : t('past', { role: held.function });
  const dates = useDates(held);
  return (
    <>
      {!held.body && held.bodyHref ? <a href={to(held.bodyHref)}>{role}</a> : role}
      {held.body && (
        <>
          , {held.bodyHref ? <a href={to(held.bodyHref)}>{held.body}</a> : held.body}
        </>
      )}
      {dates && <span class="held-dates"> {dates}</span>}
    </>
  );
}

function useDates({ since, until, asOf, isCurrent }: FunctionHeld): string | null {
  const t = useT(messages);
  const { lang } = useView();
  const day = (date: NonNullable<typeof since>) => formatPartialDate(lang, date);
  if (since && until) return t('dates.both', { since: day(since), until: day(until) });
  if (since) return t('dates.since', { since: day(since) });
  if (until) return t('dates.until', { until: day(until) });
  return asOf ? t(isCurrent ? 'dates.asOf' : 'dates.pastAsOf', { day: day(asOf) }) : null;
}
