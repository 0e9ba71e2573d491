import { readLink } from '~/modules/accounts/index.ts';
import { translator } from '~/platform/i18n/index.ts';
import { get, post } from '~/platform/http/request.ts';
import { findCountry } from '~/reference/index.ts';
import { commonPaths, findKindByGenre, findSheet, sheetHref, type SheetAsk, type SheetSummary } from '~/sheets/index.ts';
import { addFollow, closeNews, removeFollow, removeFollowById, updateMailChoices, type Followed } from './commands.ts';
import { messages } from './messages.ts';
import { FollowPage } from './pages/follow.tsx';
import { FollowsPage } from './pages/follows.tsx';
import { NewsPage } from './pages/news.tsx';
import { SettingsPage } from './pages/settings.tsx';
import { UnsubscribePage } from './pages/unsubscribe.tsx';
import { paths } from './paths.ts';
import { getFollowState, getMailChoices, hasCountry, listFollows, listNews } from './queries.ts';
import { rhythms } from './rules.ts';

const t = (ask: SheetAsk) => translator(messages, ask.lang);
const accountOf = (ask: SheetAsk) => ask.reader.account!.id;

async function findFollowed(ask: SheetAsk): Promise<SheetSummary | undefined> {
  const spec = findKindByGenre(ask.param('genre'));
  const sheet = spec && (await findSheet(ask.primary, ask.reader, spec.kind, ask.param('slug')));
  return sheet && !('movedTo' in sheet) ? sheet : undefined;
}

/** Writes what the form asks and leads back, with the sentence that says it. */
async function answerFollow(ask: SheetAsk, what: Followed, title: string, back: string, again: () => Promise<Response>): Promise<Response> {
  const stop = (await ask.form()).text('geste') === 'retirer';
  const done = await ask.primary.transaction().execute(async (tx) => (stop ? void (await removeFollow(tx, accountOf(ask), what)) : addFollow(tx, accountOf(ask), what)));
  if (done === 'full') return again();
  return ask.done(back, t(ask)(stop ? 'done.removed' : 'done.added', { title }));
}

async function drawFollow(ask: SheetAsk, sheet: SheetSummary, refused?: 'full' | 'function'): Promise<Response> {
  const [state, choices] = await Promise.all([getFollowState(ask.primary, accountOf(ask), sheet.id), getMailChoices(ask.primary, accountOf(ask))]);
  const action = paths.follow.href({ genre: ask.param('genre'), slug: sheet.slug });
  return ask.page(<FollowPage title={sheet.title} lang={sheet.lang} kind={sheet.kind} href={sheetHref(sheet.kind, sheet.slug)} action={action} state={state} rhythm={choices.rhythm} refused={refused} />, refused ? { status: 422 } : {});
}

async function drawCountry(ask: SheetAsk, refused?: 'full'): Promise<Response> {
  const country = findCountry(ask.param('iso'));
  if (!country) return ask.notFound();
  const { iso } = country;
  const [followed, choices] = await Promise.all([hasCountry(ask.primary, accountOf(ask), iso), getMailChoices(ask.primary, accountOf(ask))]);
  const state = { followed, functions: [] };
  return ask.page(<FollowPage title={country[ask.lang]} kind="country" href={commonPaths.country.href({ iso })} action={paths.country.href({ iso })} state={state} rhythm={choices.rhythm} refused={refused} />, refused ? { status: 422 } : {});
}

async function drawUnsubscribe(ask: SheetAsk, accountId: string, of: string): Promise<Response> {
  const choices = await getMailChoices(ask.primary, accountId);
  const stopped = of === 'reminders' ? !choices.reminders : choices.rhythm === 'never';
  return ask.page(<UnsubscribePage token={ask.param('token')} of={of === 'reminders' ? 'reminders' : 'digest'} stopped={stopped} />);
}

/** The account that a mail was written to, while it is open. */
async function findUnsubscribe(ask: SheetAsk): Promise<{ accountId: string; of: string } | undefined> {
  const link = await readLink(ask.primary, 'unsubscribe', ask.param('token'), ask.now);
  const { account, of } = link?.payload ?? {};
  if (!account || !of) return undefined;
  const open = await ask.primary.selectFrom('accounts').select('id').where('id', '=', account).where('closed_at', 'is', null).executeTakeFirst();
  return open && { accountId: account, of };
}

export const routes = [
  get(paths.follow, { who: 'account' }, async (ask: SheetAsk) => {
    const sheet = await findFollowed(ask);
    return sheet ? drawFollow(ask, sheet) : ask.notFound();
  }),
  post(paths.follow, { who: 'account' }, async (ask: SheetAsk) => {
    const sheet = await findFollowed(ask);
    if (!sheet) return ask.notFound();
    const held = (await ask.form()).text('fonction') || undefined;
    const { functions } = await getFollowState(ask.primary, accountOf(ask), sheet.id);
    if (held !== undefined && !functions.some(({ name }) => name === held)) return drawFollow(ask, sheet, 'function');
    const back = held === undefined ? sheetHref(sheet.kind, sheet.slug) : paths.follow.href({ genre: ask.param('genre'), slug: sheet.slug });
    return answerFollow(ask, { sheetId: sheet.id, ...(held === undefined ? {} : { function: held }) }, held ?? sheet.title, back, () => drawFollow(ask, sheet, 'full'));
  }),
  get(paths.country, { who: 'account' }, (ask: SheetAsk) => drawCountry(ask)),
  post(paths.country, { who: 'account' }, async (ask: SheetAsk) => {
    const country = findCountry(ask.param('iso'));
    if (!country) return ask.notFound();
    return answerFollow(ask, { country: country.iso }, country[ask.lang], commonPaths.country.href({ iso: country.iso }), () => drawCountry(ask, 'full'));
  }),
  get(paths.list, { who: 'account' }, async (ask: SheetAsk) => {
    const [follows, { rhythm }] = await Promise.all([listFollows(ask.primary, ask.reader), getMailChoices(ask.primary, accountOf(ask))]);
    return ask.page(<FollowsPage follows={follows} rhythm={rhythm} />);
  }),
  post(paths.remove, { who: 'account' }, async (ask: SheetAsk) => {
    const removed = await ask.primary.transaction().execute((tx) => removeFollowById(tx, accountOf(ask), ask.param('id')));
    return removed ? ask.done(paths.list.href({}), t(ask)('done.removed.one')) : ask.notFound();
  }),
  get(paths.news, { who: 'account' }, async (ask: SheetAsk) => ask.page(<NewsPage news={await listNews(ask.primary, ask.reader, 200)} />)),
  post(paths.read, { who: 'account' }, async (ask: SheetAsk) => {
    await ask.primary.transaction().execute((tx) => closeNews(tx, accountOf(ask)));
    return ask.done(paths.news.href({}), t(ask)('done.read'));
  }),
  get(paths.settings, { who: 'account' }, async (ask: SheetAsk) => ask.page(<SettingsPage choices={await getMailChoices(ask.primary, accountOf(ask))} mail={ask.reader.account!.mail} />)),
  post(paths.settings, { who: 'account' }, async (ask: SheetAsk) => {
    const form = await ask.form();
    const rhythm = rhythms.find((one) => one === form.text('rythme'));
    const reminders = form.text('rappels') === '1';
    if (!rhythm) return ask.page(<SettingsPage choices={{ rhythm: undefined, reminders }} mail={ask.reader.account!.mail} />, { status: 422 });
    await ask.primary.transaction().execute((tx) => updateMailChoices(tx, accountOf(ask), { rhythm, reminders }));
    return ask.done(paths.settings.href({}), t(ask)('done.settings'));
  }),
  get(paths.unsubscribe, { who: 'everyone', cached: false }, async (ask: SheetAsk) => {
    const found = await findUnsubscribe(ask);
    return found ? drawUnsubscribe(ask, found.accountId, found.of) : ask.page(<UnsubscribePage token="" of="digest" stopped={false} broken />);
  }),
  // RFC 8058: the mail program posts from elsewhere, without cookie, and follows no redirection.
  post(paths.unsubscribe, { who: 'everyone', crossSite: true }, async (ask: SheetAsk) => {
    const found = await findUnsubscribe(ask);
    if (!found) return ask.notFound();
    await ask.primary.transaction().execute((tx) => updateMailChoices(tx, found.accountId, found.of === 'reminders' ? { reminders: false } : { rhythm: 'never' }));
    return (await ask.form()).text('List-Unsubscribe') ? drawUnsubscribe(ask, found.accountId, found.of) : ask.redirect(ask.to(paths.unsubscribe.href({ token: ask.param('token') })));
  }),
];
