import { useT, useView } from '~/platform/i18n/index.ts';
import { listGoals } from '~/reference/index.ts';
import { Page } from '~/sheets/index.ts';
import { Breadcrumb, Hero, Section, SheetList } from '~/ui/index.ts';
import { messages } from '../messages.ts';
import { paths } from '../paths.ts';

/** The seventeen goals, each with what is tagged with it (R123). */
export function GoalsPage({ counts }: { counts: Map<number, number> }) {
  const t = useT(messages);
  const { lang, to } = useView();
  return (
    <Page title={t('goals.title')} section="observatoire" description={t('goals.lede')}>
      <Breadcrumb items={[{ href: to(paths.list.href({})), label: t('themes.title') }, { label: t('goals.title') }]} />
      <Hero title={t('goals.title')} lede={t('goals.lede')} size="title" />
      <Section title={t('goals.all')}>
        <SheetList
          ordered
          items={listGoals().map((goal) => ({
            href: to(paths.goal.href({ n: String(goal.n) })),
            title: t('goal.name', { n: goal.n, name: goal.short[lang] }),
            meta: goal.title[lang],
            right: t('theme.count', { n: counts.get(goal.n) ?? 0 }),
          }))}
        />
      </Section>
    </Page>
  );
}
