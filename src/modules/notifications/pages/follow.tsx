import { useT, useView } from '~/platform/i18n/index.ts';
import { Page } from '~/sheets/index.ts';
import { Breadcrumb, Button, ErrorSummary, Hero, Section } from '~/ui/index.ts';
import { messages } from '../messages.ts';
import { paths } from '../paths.ts';
import type { FollowState } from '../queries.ts';
import type { Rhythm } from '../rules.ts';

export interface FollowPageProps {
  title: string;
  /** Of the title. */
  lang?: string;
  kind: string;
  href: string;
  action: string;
  state: FollowState;
  rhythm: Rhythm;
  refused?: 'full' | 'function' | undefined;
}

/** Following one thing, and what it brings. */
export function FollowPage({ title, lang, kind, href, action, state, rhythm, refused }: FollowPageProps) {
  const t = useT(messages);
  const { to } = useView();
  const heading = t(state.followed ? 'follow.followed' : 'follow.title', { title });
  const gathers = kind === 'territory' || kind === 'theme' || kind === 'country' ? kind : 'sheet';
  return (
    <Page title={heading} noIndex section="espace">
      <Breadcrumb items={[{ href: to(href), label: title }, { label: t('follow.crumb') }]} />
      <Hero size="small" title={heading} lede={t(`follow.gathers.${gathers}`)} />
      {refused && <ErrorSummary errors={[{ name: 'geste', message: t(`refused.${refused}`) }]} />}
      <form method="post" action={to(action)} class="gestures" id="champ-geste">
        <Button name="geste" value={state.followed ? 'retirer' : 'suivre'} kind={state.followed ? 'outline' : 'full'}>
          {t(state.followed ? 'follow.stop' : 'follow.do')}
        </Button>
        <span>
          {t(`rhythm.${rhythm}.now`)} <a href={to(paths.settings.href({}))}>{t('rhythm.change')}</a>
        </span>
      </form>
      {state.functions.length > 0 && (
        <Section title={t('functions.title')} lede={t('functions.lede')}>
          <ul class="follows">
            {state.functions.map((one) => (
              <li key={one.name}>
                <span lang={lang}>{one.name}</span>
                <form method="post" action={to(action)}>
                  <input type="hidden" name="fonction" value={one.name} />
                  <button type="submit" class="link-like" name="geste" value={one.followed ? 'retirer' : 'suivre'} aria-label={t(one.followed ? 'functions.stop' : 'functions.do', { name: one.name })}>
                    {t(one.followed ? 'follow.stop' : 'follow.do')}
                  </button>
                </form>
              </li>
            ))}
          </ul>
        </Section>
      )}
      <p class="news-foot">
        <a href={to(paths.list.href({}))}>{t('list.title')}</a>
      </p>
    </Page>
  );
}
