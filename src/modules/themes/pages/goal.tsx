import { useT, useView } from '~/platform/i18n/index.ts';
import { findGoal, listTargets, type SdgGoal } from '~/reference/index.ts';
import { KindGroups, Page, type KindGroup } from '~/sheets/index.ts';
import { Breadcrumb, Columns, Empty, Hero, MarginNote, Pager, Section } from '~/ui/index.ts';
import { messages } from '../messages.ts';
import { paths } from '../paths.ts';

/** One goal: its sentence, what is tagged with it, its targets. */
export function GoalPage({ goal, groups }: { goal: SdgGoal; groups: KindGroup[] }) {
  const t = useT(messages);
  const { lang, to } = useView();
  const name = t('goal.name', { n: goal.n, name: goal.short[lang] });
  const targets = listTargets(goal.n);
  // The source has no Spanish text of the targets: they are shown in English, and said to be.
  const words = lang === 'fr' ? 'fr' : 'en';
  const href = (n: number) => (findGoal(n) ? to(paths.goal.href({ n: String(n) })) : null);
  return (
    <Page title={name} section="observatoire" description={goal.title[lang]}>
      <Breadcrumb items={[{ href: to(paths.list.href({})), label: t('themes.title') }, { href: to(paths.goals.href({})), label: t('goals.title') }, { label: name }]} />
      <Hero title={goal.short[lang]} eyebrow={t('goal.number', { n: goal.n })} lede={goal.title[lang]} size="title" />
      <Columns
        main={
          <>
            <KindGroups groups={groups} more={(genre) => ({ href: to(`/observatoire?odd=${goal.n}&genre=${genre}`), label: t('more') })} />
            {groups.length === 0 && <Empty title={t('goal.none')}>{t('goal.none.text')}</Empty>}
            <Section id="cibles" title={t('goal.targets', { n: targets.length })}>
              {lang === 'es' && <p class="quiet">{t('goal.targets.language')}</p>}
              <ol class="targets">
                {targets.map((target) => (
                  <li key={target.code} id={`cible-${target.code}`}>
                    <strong>{target.code}</strong> <span lang={words === lang ? undefined : words}>{target[words]}</span>
                  </li>
                ))}
              </ol>
            </Section>
            <Pager prevHref={href(goal.n - 1)} nextHref={href(goal.n + 1)} />
          </>
        }
        aside={
          <MarginNote title={t('goal.source')}>
            <p>
              <a href={to('/documents/iati-odd')}>{t('goal.source.text')}</a>
            </p>
          </MarginNote>
        }
      />
    </Page>
  );
}
