import { parseMail, readLink } from '~/modules/accounts/index.ts';
import { get, post } from '~/platform/http/request.ts';
import { checkGuard, openGuard } from '~/sheets/guard/index.ts';
import type { SheetAsk } from '~/sheets/index.ts';
import { acceptSubscription, addSubscription, removeSubscription } from './commands.ts';
import { ArchivePage, IssuePage } from './pages/archive.tsx';
import { AnswerPage, ConfirmPage, UnsubscribePage } from './pages/answers.tsx';
import { SubscribePage, type Typed } from './pages/subscribe.tsx';
import { paths } from './paths.ts';
import { findIssue, listIssues, listItems, listUsedThemes } from './queries.ts';
import { readChoices } from './rules.ts';

/** Many people of one town hall share one network. */
const paces = [{ most: 10, minutes: 60 }, { most: 30, minutes: 1440 }];

async function subscribe(ask: SheetAsk): Promise<Response> {
  const form = await ask.form();
  const typed: Typed = { mail: form.text('adresse'), ...readChoices(form.list('themes'), form.list('zones')) };
  const mail = parseMail(typed.mail);
  const used = await listUsedThemes(ask.db);
  // Somebody who corrects an address is not counted twice.
  if (!mail) return ask.page(<SubscribePage typed={typed} used={used} fault={typed.mail ? 'wrong' : 'missing'} stamp={form.text('marque') || (await openGuard(ask))} />, { status: 422 });
  const { refused, stamp } = await checkGuard(ask, form, 'newsletter', paces);
  if (refused) return ask.page(<SubscribePage typed={typed} used={used} refused={refused} stamp={stamp} />, { status: refused === 'often' ? 429 : 422 });
  await ask.primary.transaction().execute((tx) => addSubscription(tx, { mail, lang: ask.lang, themes: typed.themes, zones: typed.zones }, ask));
  return ask.redirect(ask.to(paths.thanks.href({})));
}

/** The subscription of the mail that this link came in; null when the link is not ours. */
async function findStop(ask: SheetAsk): Promise<string | null> {
  return (await readLink(ask.primary, 'newsletter-stop', ask.param('token'), ask.now))?.payload.id ?? null;
}

const isThere = async (ask: SheetAsk, id: string) => (await ask.primary.selectFrom('newsletter_subscribers').select('id').where('id', '=', id).executeTakeFirst()) !== undefined;

export const routes = [
  get(paths.form, { who: 'everyone', cached: false }, async (ask: SheetAsk) =>
    ask.page(<SubscribePage typed={{ mail: ask.reader.account?.mail ?? '', themes: [], zones: [] }} used={await listUsedThemes(ask.db)} stamp={await openGuard(ask)} />)),
  post(paths.form, { who: 'everyone' }, subscribe),
  get(paths.thanks, { who: 'everyone' }, (ask: SheetAsk) => ask.page(<AnswerPage which="thanks" />)),
  // A program that opens every link of a mail subscribes nobody: a button does.
  get(paths.confirm, { who: 'everyone', cached: false }, async (ask: SheetAsk) => {
    const token = ask.query('jeton') ?? '';
    const link = token ? await readLink(ask.primary, 'newsletter', token, ask.now) : null;
    if (!link) return token ? ask.notFound() : ask.page(<AnswerPage which="open" />);
    return link.expired ? ask.page(<AnswerPage which="old" />, { status: 410 }) : ask.page(<ConfirmPage token={token} choices={readChoices((link.payload.themes ?? '').split(','), (link.payload.zones ?? '').split(','))} />);
  }),
  post(paths.confirm, { who: 'everyone' }, async (ask: SheetAsk) =>
    (await acceptSubscription(ask.primary, ask.query('jeton') ?? '', ask.now)) ? ask.page(<AnswerPage which="joined" />) : ask.page(<AnswerPage which="old" />, { status: 410 })),
  get(paths.unsubscribe, { who: 'everyone', cached: false }, async (ask: SheetAsk) => {
    const id = await findStop(ask);
    return id ? ask.page(<UnsubscribePage token={ask.param('token')} left={!(await isThere(ask, id))} />) : ask.notFound();
  }),
  // RFC 8058: the mail program posts by itself, from elsewhere, without a cookie
  post(paths.unsubscribe, { who: 'everyone', crossSite: true }, async (ask: SheetAsk) => {
    const id = await findStop(ask);
    if (!id) return ask.notFound();
    await ask.primary.transaction().execute((tx) => removeSubscription(tx, id));
    return ask.page(<UnsubscribePage token={ask.param('token')} left />);
  }),
  get(paths.list, { who: 'everyone' }, async (ask: SheetAsk) => ask.page(<ArchivePage issues={await listIssues(ask.db, 'sent')} animates={ask.reader.acting?.role === 'animator' || ask.reader.acting?.role === 'administrator'} />)),
  get(paths.show, { who: 'everyone' }, async (ask: SheetAsk) => {
    const number = Number(ask.param('number'));
    const issue = number <= 1_000_000 ? await findIssue(ask.db, { number }) : undefined;
    return issue ? ask.page(<IssuePage issue={issue} items={await listItems(ask.db, issue.id)} />) : ask.notFound();
  }),
];
