import type { ComponentChildren } from 'preact';
import { useT, useView } from '~/platform/i18n/index.ts';
import { Page } from '~/sheets/index.ts';
import { Hero, Tabs } from '~/ui/index.ts';
import { messages } from '../messages.ts';
import { paths } from '../paths.ts';

const tabs = ['home', 'settings', 'roles', 'mail', 'jobs', 'storage', 'journal'] as const;
export type TabName = (typeof tabs)[number];

/** Every page of the administration: its title, and the way to the others. */
export function Frame({ tab, title, lede, before, children }: { tab: TabName; title?: string; lede?: string; before?: ComponentChildren; children: ComponentChildren }) {
  const t = useT(messages);
  const { to } = useView();
  const heading = title ?? t(`tab.${tab}`);
  return (
    <Page title={tab === 'home' ? t('title') : heading} noIndex>
      {before}
      <Hero title={tab === 'home' ? t('title') : heading} size="title" lede={lede} />
      <Tabs label={t('title')} items={tabs.map((one) => ({ href: to(paths[one].href({})), label: t(`tab.${one}`) }))} current={to(paths[tab].href({}))} />
      {children}
    </Page>
  );
}
