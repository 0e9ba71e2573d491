import { formatPartialDate, useT, useView } from '~/platform/i18n/index.ts';
import { latestDay } from '~/platform/dates/partial.ts';
import { labelOfType, sheetHref, type SheetFrame } from '~/sheets/index.ts';
import { Section, Timeline, type Moment } from '~/ui/index.ts';
import { messages } from '../messages.ts';
import type { TimelineItem } from '../moments.ts';
import { otherYears, type StartMeaning } from '../rules.ts';
import { wordOfType } from './words.ts';

/** What happened between the two, the latest first; years of which nothing is told are shown as such. */
export function PartnershipTimeline({ frame, items }: { frame: SheetFrame; items: TimelineItem[] }) {
  const t = useT(messages);
  const draw = useMoment(frame);
  return (
    <Section title={t('timeline.title')}>
      <Timeline items={items.map(draw)} />
    </Section>
  );
}

function useMoment(frame: SheetFrame): (item: TimelineItem) => Moment {
  const t = useT(messages);
  const { lang, to, today } = useView();
  const { sheet } = frame;
  return (item) => {
    if (item.what === 'gap') return { when: t('timeline.span', { from: item.from, to: item.to }), title: t('timeline.gap'), faded: true };
    const when = item.at ? formatPartialDate(lang, item.at) : t('timeline.undated');
    const base = { when, dateTime: item.at?.value };
    if (item.what === 'start') {
      const others = otherYears(frame.facts);
      return {
        ...base,
        when: others.length ? t('timeline.either', { chosen: when, other: others.join(', ') }) : when,
        title: wordOfType(sheet.type, lang),
        detail: [t(`states.start.${(sheet.startMeaning ?? 'partnership') as StartMeaning}`), t('timeline.startDetail')].join(' '),
      };
    }
    if (item.what === 'relaunch') return { ...base, title: t('timeline.written'), detail: <span lang={sheet.lang}>{item.source.title}</span> };
    if (item.what === 'sheet') {
      const passed = item.sheet.phase === 'upcoming' && latestDay(item.at) < today;
      return {
        ...base,
        title: <a href={to(sheetHref(item.sheet.kind, item.sheet.slug))} lang={item.sheet.lang}>{item.sheet.title}</a>,
        detail: passed ? t('timeline.passed') : labelOfType(item.sheet.kind, item.sheet.type, lang),
        faded: item.sheet.phase === 'upcoming',
      };
    }
    const detail = item.planned ? t(item.passed ? 'timeline.passed' : 'timeline.planned') : item.detail;
    return { ...base, title: <span lang={sheet.lang}>{item.title}</span>, detail, faded: item.planned };
  };
}
