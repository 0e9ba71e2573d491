import type { SheetAsk } from '~/sheets/index.ts';
import { closeSession, openSession } from './commands.ts';
import { paths } from './paths.ts';
import { findReader } from './readers.ts';
import { parseDevice } from './sign-in/rules.ts';
import { commonPaths } from '~/sheets/index.ts';
import type { SignedIn } from './sign-in/commands.ts';

// The browser keeps it long, as long as browsers do; whether it still opens anything is said by the session, which ends
// thirty days after it was last used.
const cookieSeconds = 400 * 86_400;

/** Signs in: a new token, the browser's former session closed, then where the person was going. */
export async function enter(ask: SheetAsk, { accountId, next, isNew }: SignedIn): Promise<Response> {
  const former = ask.reader.account?.sessionId;
  const token = await ask.primary.transaction().execute(async (tx) => {
    if (former) await closeSession(tx, former);
    return openSession(tx, accountId, parseDevice(ask.hono.req.header('user-agent')));
  });
  ask.setCookie('session', token, { maxAge: cookieSeconds });
  if (isNew) return ask.redirect(ask.to(paths.welcome.href({}, { suite: next })));
  const { mandates = [], acting } = await findReader(ask.primary, token);
  if (mandates.length > 1 && !acting) return ask.redirect(ask.to(paths.mandates.href({}, { suite: next })));
  return ask.redirect(next ?? ask.to(commonPaths.space.href({})));
}
