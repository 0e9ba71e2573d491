import { formatDay, formatHour, formatPartialDate, useT, useView, type Lang, type Translate } from '~/platform/i18n/index.ts';
import { labelOfState, labelOfType, sheetHref } from '~/sheets/index.ts';
import { StateMark, type StatusName } from '~/ui/index.ts';
import { messages } from '../messages.ts';
import type { Entry } from '../queries.ts';
import { hourElsewhere, isUnanswered, townOf } from '../rules.ts';

/** A list to read: the day large, what it is, where it stands. */
export function Entries({ entries, level = 3 }: { entries: readonly Entry[]; level?: 2 | 3 | 4 }) {
  const { today } = useView();
  const Title = `h${level}` as const;
  return (
    <ol class="entries">
      {entries.map((entry) => (
        <li key={entry.id} class={entry.start ? undefined : 'undated'}>
          <EntryDay entry={entry} />
          <div class="entry-text">
            <Title class="entry-title" lang="fr"><EntryLink entry={entry} /></Title>
            <EntryDetail entry={entry} />
            {isUnanswered(entry, today) && <Unanswered />}
          </div>
          <p class="entry-state"><EntryState entry={entry} /></p>
        </li>
      ))}
    </ol>
  );
}

function EntryLink({ entry }: { entry: Entry }) {
  const { to } = useView();
  return <a href={to(sheetHref(entry.kind, entry.slug))}>{entry.title}</a>;
}

/** « 18–21 », « lun. – jeu. »; a month or a year when that is all one knows. */
function EntryDay({ entry: { start, end } }: { entry: Entry }) {
  const t = useT(messages);
  const { lang } = useView();
  if (!start) return null;
  if (start.precision !== 'day') {
    return (
      <p class="entry-day">
        <time dateTime={start.value}><strong class="entry-month">{start.precision === 'year' ? start.value : formatDay(lang, `${start.value}-01`, { month: 'long' })}</strong></time>
        <span>{t(start.precision === 'year' ? 'entry.yearOnly' : 'entry.monthOnly')}</span>
      </p>
    );
  }
  const last = end?.precision === 'day' && end.value !== start.value ? end.value : undefined;
  const day = (iso: string) => Number(iso.slice(8));
  const sameMonth = last?.slice(0, 7) === start.value.slice(0, 7);
  const weekday = (iso: string, width: 'short' | 'long') => formatDay(lang, iso, { weekday: width });
  return (
    <p class="entry-day">
      <time dateTime={start.value}>
        <strong>{last ? (sameMonth ? `${day(start.value)}–${day(last)}` : `${day(start.value)} →`) : day(start.value)}</strong>
        <span class="visually-hidden"> {formatPartialDate(lang, start)} </span>
      </time>
      <span>{last && sameMonth ? `${weekday(start.value, 'short')} – ${weekday(last, 'short')}` : weekday(start.value, 'long')}</span>
    </p>
  );
}

function EntryDetail({ entry }: { entry: Entry }) {
  const t = useT(messages);
  const { lang } = useView();
  const { instance } = useView();
  const elsewhere = describeElsewhere(t, lang, entry, instance?.defaultZone ?? 'Europe/Paris');
  const hours = entry.starts && (entry.ends ? t('entry.hours', { from: formatHour(lang, entry.starts), to: formatHour(lang, entry.ends) }) : formatHour(lang, entry.starts));
  const detail = [elsewhere ?? hours, entry.deadline && t('entry.deadline'), labelOfType(entry.kind, entry.type, lang), entry.place].filter(Boolean);
  return <p class="entry-detail">{detail.join(', ')}</p>;
}

/** « 10 h à Shizuoka, 2 h à Paris »: the hour of whoever is there, and that of whoever reads here. */
function describeElsewhere(t: Translate<keyof typeof messages.fr>, lang: Lang, { start, starts, timeZone, place }: Entry, zone: string): string | undefined {
  const here = start?.precision === 'day' && starts && timeZone ? hourElsewhere(start.value, starts, timeZone, zone) : null;
  if (!here) return undefined;
  const told = { there: formatHour(lang, starts!), place: place?.split(',')[0]?.trim() || townOf(timeZone!), here: formatHour(lang, here.time), town: townOf(zone) };
  return t(here.shift < 0 ? 'entry.before' : here.shift > 0 ? 'entry.after' : 'entry.elsewhere', told);
}

function Unanswered() {
  const t = useT(messages);
  return <p class="entry-detail"><StateMark status="a-confirmer" word={t('entry.unanswered')} /></p>;
}

const signs: Record<string, StatusName> = { tentative: 'envisage', planned: 'prevu', confirmed: 'confirme-evt', open: 'confirme-evt', held: 'tenu', minutes: 'tenu', postponed: 'suspendu', cancelled: 'annule', accepted: 'prevu', done: 'tenu', reported: 'tenu' };

export function EntryState({ entry }: { entry: Entry }) {
  const { lang } = useView();
  const word = labelOfState(entry.kind, entry.state, lang);
  if (!word) return null;
  const sign = entry.state ? signs[entry.state] : undefined;
  return sign ? <StateMark status={sign} word={word} /> : <StateMark phase="unknown" word={word} />;
}

/** Under the month, never on a day. */
export function WithoutDay({ entries, month }: { entries: readonly Entry[]; month: string }) {
  const t = useT(messages);
  const { today } = useView();
  if (!entries.length) return null;
  return (
    <div class="without-day">
      <ul class="plain">
        {entries.map((entry) => (
          <li key={entry.id}>
            <EntryState entry={entry} /> <span lang="fr"><EntryLink entry={entry} /></span>
          </li>
        ))}
      </ul>
      <p>{t(month >= today.slice(0, 7) ? 'noDay.text' : 'noDay.past')}</p>
    </div>
  );
}
