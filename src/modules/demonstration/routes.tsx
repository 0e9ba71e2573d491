import { enter } from '~/modules/accounts/index.ts';
import { get, post } from '~/platform/http/request.ts';
import type { SheetAsk } from '~/sheets/index.ts';
import { DemonstrationPage } from './pages/demonstration.tsx';
import { paths } from './paths.ts';
import { findPersona } from './queries.ts';

export const routes = [
  get(paths.list, { who: 'everyone' }, (ask: SheetAsk) => (ask.tryable ? ask.page(<DemonstrationPage />) : ask.notFound())),
  post(paths.become, { who: 'everyone' }, async (ask: SheetAsk) => {
    const accountId = ask.tryable ? await findPersona(ask.primary, ask.param('key')) : undefined;
    return accountId ? enter(ask, { accountId, next: null, isNew: false }) : ask.notFound();
  }),
];
