import { useT, useView } from '~/platform/i18n/index.ts';
import { Page, WaitingThing, type Body, type DeskItem, type Waiting } from '~/sheets/index.ts';
import { Columns, Empty, Figures, Hero, MarginNote, Section } from '~/ui/index.ts';
import { messages } from '../messages.ts';
import { paths } from '../paths.ts';
import type { Filter, Health } from '../rules.ts';
import { ItemList } from './item-list.tsx';

interface Props {
  network: Body | null;
  waiting: readonly Waiting[];
  health: Health;
  prepare: readonly DeskItem[];
  counted: readonly DeskItem[];
  tools: readonly DeskItem[];
}

/** What waits, what comes, how the network is; the tools beside. */
export function DeskPage({ network, waiting, health, prepare, counted, tools }: Props) {
  const t = useT(messages);
  const { to } = useView();
  const see = (filter: Filter, n: number, key: 'members' | 'engaged' | 'present' | 'fresh') => ({
    value: n, label: <a href={to(paths.members.href({}, { voir: filter }))}>{t(`health.${key}`, { n })}</a>, rule: t(`health.${key}.rule`, { n: health.members - n }),
  });
  return (
    <Page title={t('title')} section="animation" noIndex>
      <Hero title={t('title')} size="title" eyebrow={network?.title ?? t('instance')} lede={t('lede', { n: waiting.length })} />
      <Columns
        main={
          <>
            <Section title={t('waits')}>
              {waiting.length === 0 ? <Empty title={t('waits.none')} /> : (
                <ol class="waiting">
                  {waiting.map((thing, index) => (
                    <WaitingThing key={index} thing={thing} />
                  ))}
                </ol>
              )}
            </Section>
            <Section title={t('prepare')}>
              <ItemList items={prepare} none={t('prepare.none')} />
            </Section>
            <Section title={t('health')}>
              <Figures items={[see('tous', health.members, 'members'), see('engages', health.engaged, 'engaged'), see('sans-personne', health.present, 'present'), see('a-actualiser', health.fresh, 'fresh')]} />
              <ItemList items={counted} none={t('health.none')} />
            </Section>
          </>
        }
        aside={
          <MarginNote title={t('tools')}>
            <ul class="plain tools">
              {tools.map((tool) => (
                <li key={tool.label}>
                  <a href={to(tool.href ?? '')}>{tool.label}</a>
                </li>
              ))}
            </ul>
          </MarginNote>
        }
      />
    </Page>
  );
}
