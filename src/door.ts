import { accountPaths } from '~/modules/accounts/index.ts';
import type { Ask, Who } from '~/platform/http/request.ts';
import { mayEnter, type Reader } from '~/sheets/index.ts';

/**
 * What somebody gets instead of a route that is not for them: signed out, they are asked to sign in; with several bodies
 * and none chosen, for whom they act; otherwise nothing is there. Null: come in.
 */
export function turnAway(ask: Ask<Reader>, who: Who): Response | null {
  const { reader, url } = ask;
  // Of this site, whatever the address was made to look like: one leading slash.
  const suite = `/${url.pathname.replace(/^\/+/, '')}${url.search}`;
  if (!mayEnter(who, reader)) {
    if (reader.kind === 'anonymous') return ask.redirect(ask.to(accountPaths.signIn.href({}, { suite })));
    return needsBody(reader) ? choose(ask, suite) : ask.notFound();
  }
  return who === 'editor' && needsBody(reader) ? choose(ask, suite) : null;
}

const needsBody = ({ acting, mandates = [] }: Reader) => !acting && mandates.length > 1;

const choose = (ask: Ask<Reader>, suite: string) => ask.redirect(ask.to(accountPaths.mandates.href({}, { suite })));
