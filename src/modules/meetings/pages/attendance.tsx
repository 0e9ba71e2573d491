import { formatList, useT, useView } from '~/platform/i18n/index.ts';
import type { FactShown } from '~/sheets/index.ts';
import { Figures, Section } from '~/ui/index.ts';
import { messages } from '../messages.ts';
import type { AttendanceCount } from '../rules.ts';

/** Counted from a list that is never shown. Each figure says its rule. */
export function Attendance({ count, announced }: { count: AttendanceCount; announced?: FactShown }) {
  const t = useT(messages);
  const { lang } = useView();
  const pairs = count.merged.map((pair) => t('counts.pair', pair));
  return (
    <Section id="presents" title={t('counts.title')}>
      <Figures
        items={[
          { value: count.people, label: t('counts.people', { n: count.people }), rule: t('counts.people.rule') },
          { value: count.elected, label: t('counts.elected', { n: count.elected }), rule: t('counts.elected.rule') },
          {
            value: count.authorities,
            label: t('counts.authorities', { n: count.authorities }),
            rule: [
              t('counts.authorities.rule'),
              pairs.length > 0 && t('counts.merged', { n: count.authoritiesMerged, list: formatList(lang, pairs) }),
              announced && t('counts.announced', { n: announced.value }),
            ].filter(Boolean).join(' '),
          },
        ]}
      />
    </Section>
  );
}
