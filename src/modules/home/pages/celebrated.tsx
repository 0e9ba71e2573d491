import { yearOf } from '~/platform/dates/partial.ts';
import { greatCircleKm } from '~/platform/geo/distance.ts';
import { formatDistance, useT, useView } from '~/platform/i18n/index.ts';
import { labelOfType, sheetHref } from '~/sheets/index.ts';
import { AnniversaryArcs, Band, MiniThread, MoreLink } from '~/ui/index.ts';
import { messages } from '../messages.ts';
import type { Thread } from '../queries.ts';
import { roundYears } from '../rules.ts';

const shown = 12;

/** Round years of this year's partnerships. The kind of link is always said: an agreement is not a twinning. */
export function Celebrated({ threads }: { threads: Thread[] }) {
  const t = useT(messages);
  const { today, to } = useView();
  const year = Number(today.slice(0, 4));
  const celebrated = threads
    .map((thread) => ({ thread, years: roundYears(thread.start, year) }))
    .filter((one): one is { thread: Thread; years: number } => one.years !== null)
    .sort((a, b) => b.years - a.years);
  return (
    <Band tone="blush">
      <h2>{t('celebrated.title', { year: String(year) })}</h2>
      <p>{celebrated.length ? t('celebrated.rule') : t('celebrated.none')}</p>
      {celebrated.length > 0 && (
        <AnniversaryArcs
          thisYear={year}
          items={celebrated.slice(0, shown).map(({ thread, years }) => ({ year: yearOf(thread.start!), years, title: <Pairing thread={thread} />, detail: <Detail thread={thread} /> }))}
        />
      )}
      {celebrated.length > shown && <p>{t('celebrated.more', { n: celebrated.length - shown })}</p>}
      <MoreLink href={to('/anniversaires')}>{t('celebrated.all')}</MoreLink>
    </Band>
  );
}

function Pairing({ thread }: { thread: Thread }) {
  const { to } = useView();
  return <MiniThread left={thread.from[0]?.label} right={thread.to[0]?.label} href={to(sheetHref('partnership', thread.slug))} />;
}

function Detail({ thread }: { thread: Thread }) {
  const t = useT(messages);
  const { lang } = useView();
  const [a, b] = [thread.from[0], thread.to[0]];
  const kind = t('celebrated.detail', { type: labelOfType('partnership', thread.type, lang) ?? '', year: thread.start!.value.slice(0, 4) });
  if (!a || !b || a.lat === null || a.lon === null || b.lat === null || b.lon === null) return <>{kind}</>;
  return (
    <>
      {kind} · {formatDistance(lang, greatCircleKm([a.lon, a.lat], [b.lon, b.lat]))}
    </>
  );
}
