import { readLink } from '~/modules/accounts/index.ts';
import type { Actor } from '~/platform/events/index.ts';
import { get, post } from '~/platform/http/request.ts';
import { translator } from '~/platform/i18n/index.ts';
import { themeName } from '~/reference/index.ts';
import type { SheetAsk } from '~/sheets/index.ts';
import type { FormError } from '~/ui/index.ts';
import { findMe } from '../me.ts';
import { messages } from '../messages.ts';
import { paths } from '../paths.ts';
import { updateInterests } from './commands.ts';
import { CensusPage } from './page.tsx';
import { findCensus, findSpeaking } from './queries.ts';
import { linkPurpose, longestNote, readAnswer, type Answer } from './rules.ts';
import { ClosedLinkPage, ThanksPage } from './thanks.tsx';

/** Whose census it is, who answers, and where the form goes. */
interface Desk {
  body: { id: string; title: string };
  actor: Actor;
  action: string;
}

async function show(ask: SheetAsk, { body, action }: Desk): Promise<Response> {
  const { answeredAt, interests, suggested } = await findCensus(ask.primary, body.id);
  return ask.page(<CensusPage body={body.title} action={action} interests={interests} suggested={suggested} answered={answeredAt !== null} />);
}

async function answer(ask: SheetAsk, { body, actor, action }: Desk, thanks: () => Response): Promise<Response> {
  const sent = readAnswer(await ask.form());
  const errors = listErrors(ask, sent);
  if (errors.length > 0) return ask.page(<CensusPage body={body.title} action={action} interests={sent.typed} suggested={new Set()} answered errors={errors} />, { status: 422 });
  await ask.primary.transaction().execute((tx) => updateInterests(tx, actor, body.id, sent.none ? [] : sent.interests));
  return thanks();
}

function listErrors({ lang }: SheetAsk, { interests, long, none }: Answer): FormError[] {
  const t = translator(messages, lang);
  if (none) return [];
  if (interests.length === 0) return [{ name: 'themes', message: t('census.empty') }];
  return long.map((theme) => ({ name: `precision.${theme}`, message: t('census.long', { theme: themeName(theme, lang), n: longestNote }) }));
}

/** Whoever holds the link of a mail answers for one body's census and does nothing else with it: no session, no other page. */
async function findLinked(ask: SheetAsk): Promise<Desk | 'closed' | undefined> {
  const link = await readLink(ask.primary, linkPurpose, ask.param('token'), ask.now);
  if (!link) return undefined;
  const { account, body } = link.payload;
  const speaking = link.expired || !account || !body ? undefined : await findSpeaking(ask.primary, account, body);
  if (!speaking) return 'closed';
  const name = speaking.function ?? translator(messages, 'fr')('actor.unnamed');
  return { body: speaking, actor: { name, accountId: account!, role: speaking.role, onBehalfOf: speaking.id }, action: paths.censusLink.href({ token: ask.param('token') }) };
}

export const routes = [
  get(paths.census, { who: 'member' }, async (ask: SheetAsk) => {
    const me = findMe(ask.reader);
    return me ? show(ask, { body: me, actor: ask.actor, action: paths.census.href({}) }) : ask.notFound();
  }),
  post(paths.census, { who: 'member' }, async (ask: SheetAsk) => {
    const me = findMe(ask.reader);
    if (!me) return ask.notFound();
    return answer(ask, { body: me, actor: ask.actor, action: paths.census.href({}) }, () => ask.redirect(ask.to(paths.censusThanks.href({})), 303));
  }),
  get(paths.censusThanks, { who: 'member' }, (ask: SheetAsk) => ask.page(<ThanksPage body={findMe(ask.reader)?.title ?? null} again={null} />)),
  get(paths.censusLink, { who: 'everyone', cached: false }, async (ask: SheetAsk) => {
    const desk = await findLinked(ask);
    if (!desk) return ask.notFound();
    if (desk === 'closed') return ask.page(<ClosedLinkPage />, { status: 410 });
    return ask.query('merci') ? ask.page(<ThanksPage body={desk.body.title} again={desk.action} />) : show(ask, desk);
  }),
  post(paths.censusLink, { who: 'everyone' }, async (ask: SheetAsk) => {
    const desk = await findLinked(ask);
    if (!desk) return ask.notFound();
    if (desk === 'closed') return ask.page(<ClosedLinkPage />, { status: 410 });
    return answer(ask, desk, () => ask.redirect(ask.to(paths.censusLink.href({ token: ask.param('token') }, { merci: 1 })), 303));
  }),
];
