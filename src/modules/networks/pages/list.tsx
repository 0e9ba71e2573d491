import { commonPaths } from '~/sheets/paths.ts';
import { useT, useView } from '~/platform/i18n/index.ts';
import { labelOfType, Page, sheetHref } from '~/sheets/index.ts';
import { Breadcrumb, Button, Hero, SheetList, Section, Tabs, type SheetItem } from '~/ui/index.ts';
import { messages } from '../messages.ts';
import { paths } from '../paths.ts';
import { scales } from '../rules.ts';
import type { NetworkItem } from '../lists.ts';
import { Holders, RoleWords, TermWords } from './roles.tsx';

export interface NetworksPageProps {
  networks: NetworkItem[];
  /** Authorities whose documents list networks. */
  authorities: { title: string; slug: string }[];
  mayCreate: boolean;
}

export function NetworksPage({ networks, authorities, mayCreate }: NetworksPageProps) {
  const t = useT(messages);
  const { to, instanceName } = useView();
  const here = to(paths.list.href({}));
  return (
    <Page title={t('list.title')} section="reseaux" description={t('list.description')}>
      <Breadcrumb items={[{ href: to(commonPaths.home.href({})), label: instanceName }, { label: t('list.title') }]} />
      <Hero title={t('list.title')} lede={t('list.lede', { n: networks.length })}>
        {mayCreate && (
          <Button kind="outline" href={to(commonPaths.create.href({ genre: 'reseau' }))}>
            {t('create.title')}
          </Button>
        )}
      </Hero>
      <NetworkTabs current={here} authorities={authorities} />
      {scales.map((scale) => (
        <Section key={scale} title={t(`scale.${scale}`)} id={scale} rule>
          <NetworkItems networks={networks.filter((network) => network.scale === scale)} withHolders />
        </Section>
      ))}
      <p class="rule-note">{t('list.basis')}</p>
    </Page>
  );
}

export function NetworkTabs({ current, authorities }: { current: string; authorities: { title: string; slug: string }[] }) {
  const t = useT(messages);
  const { to } = useView();
  return (
    <Tabs
      label={t('list.tabs')}
      current={current}
      items={[
        { href: to(paths.list.href({})), label: t('list.byScale') },
        ...authorities.map((one) => ({ href: to(paths.list.href({}, { territoire: one.slug })), label: t('list.of', { authority: one.title }) })),
      ]}
    />
  );
}

export function NetworkItems({ networks, withHolders }: { networks: readonly NetworkItem[]; withHolders?: boolean }) {
  const { lang, to } = useView();
  const items: SheetItem[] = networks.map((network) => ({
    href: to(sheetHref('network', network.slug)),
    title: network.title,
    context: network.context ?? undefined,
    lang: network.lang,
    right: network.type === 'reseau' ? undefined : labelOfType('network', network.type, lang),
    meta: <Roles network={network} withHolders={withHolders} />,
  }));
  return <SheetList items={items} />;
}

function Roles({ network, withHolders }: { network: NetworkItem; withHolders: boolean | undefined }) {
  const t = useT(messages);
  if (!network.roles.length) return <span class="quiet">{t('list.none')}</span>;
  return (
    <ul class="plain">
      {network.roles.map((role) => (
        <li key={role.id}>
          {(withHolders || role.holders.length > 1) && (
            <>
              <Holders holders={role.holders} />{' – '}
            </>
          )}
          <RoleWords role={role} />, <TermWords role={role} />
        </li>
      ))}
    </ul>
  );
}
