import { useT, useView } from '~/platform/i18n/index.ts';
import { findTheme, listThemes, themeName } from '~/reference/index.ts';
import { KindGroups, SheetPage, type KindGroup, type SheetFrame } from '~/sheets/index.ts';
import { Empty, Hero, Section, SheetList } from '~/ui/index.ts';
import { messages } from '../messages.ts';
import { paths } from '../paths.ts';

/** A theme, the themes under it, and everything that is about it (R085). */
export function ThemePage({ frame, groups, counts }: { frame: SheetFrame; groups: KindGroup[]; counts: Map<string, number> }) {
  const t = useT(messages);
  const { lang, to } = useView();
  const theme = findTheme(frame.sheet.slug)!;
  const under = listThemes().filter((one) => one.parent === theme.slug);
  const total = groups.reduce((sum, group) => sum + group.total, 0);
  return (
    <SheetPage
      frame={frame}
      breadcrumb={[
        { href: to(paths.list.href({})), label: t('themes.title') },
        ...(theme.parent ? [{ href: to(paths.show.href({ slug: theme.parent })), label: themeName(theme.parent, lang) }] : []),
        { label: theme[lang] },
      ]}
      hero={<Hero title={theme[lang]} lede={t('theme.lede', { n: total })} size="title" />}
    >
      {under.length > 0 && (
        <Section title={t('theme.under')}>
          <SheetList items={under.map((one) => ({ href: to(paths.show.href({ slug: one.slug })), title: one[lang], right: t('theme.count', { n: counts.get(one.slug) ?? 0 }) }))} />
        </Section>
      )}
      <KindGroups groups={groups} more={(genre) => ({ href: to(`/observatoire?theme=${theme.slug}&genre=${genre}`), label: t('more') })} />
      {total === 0 && <Empty title={t('theme.none')}>{t('theme.none.text')}</Empty>}
    </SheetPage>
  );
}
