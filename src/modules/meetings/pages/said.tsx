import { useT, useView } from '~/platform/i18n/index.ts';
import { labelOfType, sheetHref, type SheetSummary } from '~/sheets/index.ts';
import { Figures, Section, SheetList } from '~/ui/index.ts';
import { messages } from '../messages.ts';
import type { SessionListed } from '../queries.ts';

/** What the minutes report of a meeting, and what they leave out; then the groups that met there. */
export function Said({ sessions, groups }: { sessions: readonly SessionListed[]; groups: readonly SheetSummary[] }) {
  const t = useT(messages);
  const { lang, to } = useView();
  const sum = (key: 'speakers' | 'silent') => sessions.reduce((total, session) => total + session[key], 0);
  const figure = (key: 'sessions' | 'speeches' | 'silent', value: number) => ({ value, label: t(`said.${key}`, { n: value }), rule: t(`said.${key}.rule`) });
  return (
    <>
      <Section id="dit" title={t('said.title')}>
        <Figures items={[figure('sessions', sessions.length), figure('speeches', sum('speakers')), figure('silent', sum('silent'))]} />
      </Section>
      {groups.length > 0 && (
        <Section id="groupes" title={t('said.groups')}>
          <SheetList items={groups.map((one) => ({ href: to(sheetHref(one.kind, one.slug)), title: one.title, lang: 'fr', right: labelOfType(one.kind, one.type, lang) }))} />
        </Section>
      )}
    </>
  );
}
