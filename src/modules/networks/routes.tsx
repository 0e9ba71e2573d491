import { get } from '~/platform/http/request.ts';
import { answerSheet, type SheetAsk } from '~/sheets/index.ts';
import { create } from './create.ts';
import { findAuthorityNetworks, listListingAuthorities, listNetworks } from './lists.ts';
import { AuthorityNetworksPage } from './pages/authority.tsx';
import { findOwnAuthority } from './membership/desk.ts';
import { routes as membershipRoutes } from './membership/routes.tsx';
import { NetworksPage } from './pages/list.tsx';
import { NetworkPage } from './pages/network.tsx';
import { paths } from './paths.ts';
import { getNetwork } from './queries.ts';

export const routes = [
  get(paths.list, { who: 'everyone' }, async (ask: SheetAsk) => {
    const authorities = await listListingAuthorities(ask.db, ask.reader);
    const slug = ask.query('territoire');
    if (!slug) return ask.page(<NetworksPage networks={await listNetworks(ask.db, ask.reader)} authorities={authorities} mayCreate={create.may(ask.reader)} />);
    const of = await findAuthorityNetworks(ask.db, ask.reader, slug);
    return of ? ask.page(<AuthorityNetworksPage of={of} authorities={authorities} />) : ask.notFound();
  }),
  get(paths.show, { who: 'everyone' }, (ask: SheetAsk) =>
    answerSheet(ask, 'network', async (frame) => <NetworkPage frame={frame} detail={await getNetwork(ask.db, ask.reader, frame.sheet.id)} own={findOwnAuthority(ask.reader)} />)),
  ...membershipRoutes,
];
