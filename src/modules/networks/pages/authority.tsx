import { formatList, useT, useView } from '~/platform/i18n/index.ts';
import { Page, sheetHref } from '~/sheets/index.ts';
import { Breadcrumb, Empty, Hero, Note, Section } from '~/ui/index.ts';
import type { AuthorityNetworks, ListingDocument } from '../lists.ts';
import { messages } from '../messages.ts';
import { paths } from '../paths.ts';
import { NetworkItems, NetworkTabs } from './list.tsx';

const standings = ['main', 'thematic', 'named', 'other'] as const;

export interface AuthorityNetworksPageProps {
  of: AuthorityNetworks;
  authorities: { title: string; slug: string }[];
}

/** What one authority says of its networks, document by document. */
export function AuthorityNetworksPage({ of, authorities }: AuthorityNetworksPageProps) {
  const t = useT(messages);
  const { to } = useView();
  const { authority, networks, documents } = of;
  const title = t('list.of', { authority: authority.title });
  return (
    <Page title={title} section="reseaux">
      <Breadcrumb items={[{ href: to(sheetHref('territory', authority.slug)), label: authority.title }, { href: to(paths.list.href({})), label: t('list.title') }, { label: title }]} />
      <Hero title={title} />
      <NetworkTabs current={to(paths.list.href({}, { territoire: authority.slug }))} authorities={authorities} />
      {networks.length === 0 && (
        <Empty title={t('list.empty')}>
          <p>{t('list.emptyText')}</p>
        </Empty>
      )}
      {standings.map((standing) => {
        const group = networks.filter((network) => network.standing === standing);
        if (!group.length) return null;
        return (
          <Section key={standing} title={t(`standing.${standing}`)} id={standing} lede={standing === 'other' ? undefined : t(`standing.${standing}Lede`)} rule>
            <NetworkItems networks={group} />
          </Section>
        );
      })}
      {documents.length === 2 && <TwoLists first={documents[0]!} second={documents[1]!} />}
    </Page>
  );
}

/** The two lists of Bordeaux differ, and neither says since when: both are kept, and the difference is said. */
function TwoLists({ first, second }: { first: ListingDocument; second: ListingDocument }) {
  const t = useT(messages);
  const { lang } = useView();
  const only = (one: ListingDocument, other: ListingDocument) => one.networks.filter((network) => !other.networks.some((twin) => twin.id === network.id));
  const common = first.networks.length - only(first, second).length;
  const names = (list: ListingDocument['networks']) => formatList(lang, list.map((network) => network.title));
  if (!only(first, second).length && !only(second, first).length) return null;
  return (
    <Note tone="confirm" title={t('lists.title')} sign="a-confirmer">
      <p>{t('lists.text', { first: first.title, firstCount: first.networks.length, second: second.title, secondCount: second.networks.length, common })}</p>
      {[[first, second] as const, [second, first] as const].map(([one, other]) => (
        <p key={one.documentId}>{t('lists.only', { document: one.title, networks: names(only(one, other)) })}</p>
      ))}
      <p>{t('lists.why')}</p>
    </Note>
  );
}
