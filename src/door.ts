import { accountPaths } from '~/modules/accounts/index.ts';
import type { Ask, Route, Who } from '~/platform/http/request.ts';
import { mayEnter, type Reader } from '~/sheets/index.ts';

/**
 * What somebody gets instead of a route that is not for them: signed out, they are asked to sign in; with several bodies
 * and none chosen, for whom they act; otherwise nothing is there. Null: come in.
 */
export function turnAway(ask: Ask<Reader>, who: Who): Response | null {
  const { reader } = ask;
  const suite = suiteOf(ask);
  if (!mayEnter(who, reader)) {
    if (reader.kind === 'anonymous') return ask.redirect(ask.to(accountPaths.signIn.href({}, { suite })));
    return needsBody(reader) ? choose(ask, suite) : ask.notFound();
  }
  return who === 'editor' && needsBody(reader) ? choose(ask, suite) : null;
}

/** What is nothing for somebody who acts for nobody yet may be something once they have chosen: they are asked, as above. */
export function chooseFirst(ask: Ask<Reader>, { who, method }: Pick<Route, 'who' | 'method'>, answer: Response): Response {
  return answer.status === 404 && who === 'member' && method === 'get' && needsBody(ask.reader) ? choose(ask, suiteOf(ask)) : answer;
}

// Of this site, whatever the address was made to look like: one leading slash.
const suiteOf = ({ url }: Ask<Reader>) => `/${url.pathname.replace(/^\/+/, '')}${url.search}`;

const needsBody = ({ acting, mandates = [] }: Reader) => !acting && mandates.length > 1;

const choose = (ask: Ask<Reader>, suite: string) => ask.redirect(ask.to(accountPaths.mandates.href({}, { suite })));
