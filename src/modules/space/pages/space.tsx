import type { VNode } from 'preact';
import { useT, useView } from '~/platform/i18n/index.ts';
import { commonPaths, Page, type KindSpec, type Reader, type SheetSummary, WaitingThing } from '~/sheets/index.ts';
import { Button, Empty, Hero } from '~/ui/index.ts';
import { messages } from '../messages.ts';
import type { Turn } from '../rules.ts';
import { Dates, Mine, Starts } from './beside.tsx';

export interface SpacePageProps {
  reader: Reader;
  turn: Turn;
  /** What the modules say here. */
  main: readonly (VNode | null)[];
  aside: readonly (VNode | null)[];
  dates: readonly SheetSummary[];
  starts: readonly KindSpec[];
}

/** What waits, how long it takes, then peace. */
export function SpacePage({ reader, turn, main, aside, dates, starts }: SpacePageProps) {
  const t = useT(messages);
  const { to } = useView();
  // with several mandates and none chosen, nothing can be said of what waits
  const isUndecided = !reader.acting && (reader.mandates?.length ?? 0) > 0 && turn.now.length === 0;
  const title = isUndecided ? t('choose') : t('title', { n: turn.now.length });
  return (
    <Page title={title} section="espace" noIndex>
      <div class="space">
        <Hero size="title" title={title} eyebrow={<Acting reader={reader} />} lede={turn.now.length > 0 ? t('time', { n: turn.minutes }) : undefined} />
        <div class="columns space-columns">
          <div class="column-main">
            {turn.now.length === 0 ? (
              <Empty title={t(isUndecided ? 'choose.why' : 'nothing')}>{isUndecided && <Button href={to(commonPaths.mandates.href({}))}>{t('choose.do')}</Button>}</Empty>
            ) : (
              <ol class="waiting">
                {turn.now.map((thing, index) => (
                  <WaitingThing key={index} thing={thing} />
                ))}
              </ol>
            )}
            {turn.later > 0 && <p class="quiet">{t('later', { n: turn.later })}</p>}
            {main}
          </div>
          <div class="space-aside">
            {aside}
            <Dates dates={dates} />
            <Starts starts={starts} hasBody={reader.acting !== undefined} />
            <Mine reader={reader} />
          </div>
        </div>
      </div>
    </Page>
  );
}

/** « Bonjour. Vous agissez pour la Ville de Grabels. Changer » */
function Acting({ reader: { account, acting, mandates = [] } }: { reader: Reader }) {
  const t = useT(messages);
  const { to } = useView();
  const body = acting?.body?.title;
  return (
    <>
      <span>{t('hello', { name: account!.name })}</span>
      {body && (
        <span>
          {t('acting')} <strong>{body}</strong>.
        </span>
      )}
      {acting && !body && <span>{t('acting.instance')}</span>}
      {!acting && mandates.length === 0 && <span>{t('acting.nobody')}</span>}
      {acting && mandates.length > 1 && <a href={to(commonPaths.mandates.href({}))}>{t('change')}</a>}
    </>
  );
}
