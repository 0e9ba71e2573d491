import { formatPartialDate, useT, useView } from '~/platform/i18n/index.ts';
import { Page, type Body } from '~/sheets/index.ts';
import { Button, Empty, Hero, SheetList } from '~/ui/index.ts';
import { messages } from '../../messages.ts';
import { paths } from '../../paths.ts';
import type { Introduction } from '../queries.ts';

/** Those of one's body: what waits first. */
export function IntroductionsPage({ me, introductions }: { me: Body; introductions: readonly Introduction[] }) {
  const t = useT(messages);
  const { lang, to } = useView();
  return (
    <Page title={t('introductions.title')} section="espace" noIndex>
      <Hero size="title" title={t('introductions.title')} eyebrow={me.title} lede={t('introductions.lede')} />
      {introductions.length === 0 ? (
        <Empty title={t('introductions.none')}>
          <Button kind="outline" href={to(paths.matches.href({}))}>
            {t('introductions.none.do')}
          </Button>
        </Empty>
      ) : (
        <SheetList
          items={introductions.map((one) => ({
            href: to(paths.introduction.href({ id: one.id })),
            title: one.other.title,
            meta: t(`introduction.${stateOf(one)}`),
            right: formatPartialDate(lang, { value: one.createdAt.slice(0, 10), precision: 'day' }),
          }))}
        />
      )}
    </Page>
  );
}

/** What one side reads of it: of the other's answer, nothing before the end. */
export function stateOf({ state, agreed }: Introduction): 'toAnswer' | 'waiting' | 'agreed' | 'declined' | 'withdrawn' {
  return state === 'open' ? (agreed ? 'waiting' : 'toAnswer') : state;
}
