import { formatList, formatPartialDate, useT, useView } from '~/platform/i18n/index.ts';
import { labelOfType, sheetHref, type KindGroup } from '~/sheets/index.ts';
import { Section, Timeline } from '~/ui/index.ts';
import { messages } from '../messages.ts';
import type { Relation } from '../relations.ts';

/** Partnerships and what is dated around them, the latest first; what has no date comes last, faded. */
export function ForeignTimeline({ relations, groups }: { relations: readonly Relation[]; groups: readonly KindGroup[] }) {
  const t = useT(messages);
  const { lang, to } = useView();
  const moments = [
    ...relations.map(({ partnership, french }) => ({
      start: partnership.start,
      href: to(sheetHref('partnership', partnership.slug)),
      title: t('foreign.timeline.with', { type: labelOfType('partnership', partnership.type, lang) ?? '', name: formatList(lang, french.map((party) => party.title)) }),
      language: undefined as string | undefined,
    })),
    ...groups.flatMap((group) => group.items).filter((one) => one.start && ['action', 'event', 'programme', 'session'].includes(one.kind)).map((one) => ({
      start: one.start, href: to(sheetHref(one.kind, one.slug)), title: one.title, language: one.lang === lang ? undefined : one.lang,
    })),
  ].sort((a, b) => (b.start?.value ?? '').localeCompare(a.start?.value ?? ''));
  return (
    <Section id="chronologie" title={t('foreign.timeline')}>
      <Timeline
        items={moments.map((moment) => ({
          when: moment.start ? formatPartialDate(lang, moment.start) : t('foreign.timeline.unknown'),
          dateTime: moment.start?.value,
          title: <a href={moment.href} lang={moment.language}>{moment.title}</a>,
          detail: moment.start?.precision === 'year' ? t('foreign.timeline.year') : undefined,
          faded: !moment.start,
        }))}
      />
    </Section>
  );
}
