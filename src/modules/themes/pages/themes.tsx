import { compareText, useT, useView } from '~/platform/i18n/index.ts';
import { listThemes, type Theme } from '~/reference/index.ts';
import { Page } from '~/sheets/index.ts';
import { Hero, MoreLink, Section } from '~/ui/index.ts';
import { messages } from '../messages.ts';
import { paths } from '../paths.ts';

/** The two levels, in the reader's alphabet, each with what it holds. */
export function ThemesPage({ counts }: { counts: Map<string, number> }) {
  const t = useT(messages);
  const { lang, to } = useView();
  const compare = compareText(lang);
  const sorted = [...listThemes()].sort((a, b) => compare(a[lang], b[lang]));
  const line = (theme: Theme) => (
    <>
      <a href={to(paths.show.href({ slug: theme.slug }))}>{theme[lang]}</a> <span class="quiet">{t('theme.count', { n: counts.get(theme.slug) ?? 0 })}</span>
    </>
  );
  return (
    <Page title={t('themes.title')} section="observatoire" description={t('themes.lede')}>
      <Hero title={t('themes.title')} lede={t('themes.lede')} />
      <Section title={t('themes.all')}>
        <ul class="theme-tree">
          {sorted.filter((theme) => !theme.parent).map((theme) => {
            const under = sorted.filter((one) => one.parent === theme.slug);
            return (
              <li key={theme.slug}>
                {line(theme)}
                {under.length > 0 && <ul>{under.map((one) => <li key={one.slug}>{line(one)}</li>)}</ul>}
              </li>
            );
          })}
        </ul>
        <MoreLink href={to(paths.goals.href({}))}>{t('goals.title')}</MoreLink>
      </Section>
    </Page>
  );
}
