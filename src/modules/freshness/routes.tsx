import { readLink } from '~/modules/accounts/index.ts';
import { translator } from '~/platform/i18n/index.ts';
import { get, post } from '~/platform/http/request.ts';
import { commonPaths, findKindByGenre, findRight, findSheet, sheetHref, type SheetAsk, type SheetSummary } from '~/sheets/index.ts';
import { recordConfirmations, withdrawConfirmation } from './commands.ts';
import { messages } from './messages.ts';
import { BrokenLinkPage, LinkPage } from './pages/link.tsx';
import { SheetsPage } from './pages/sheets.tsx';
import { paths } from './paths.ts';
import { findAsked, listKept, type Asked } from './queries.ts';
import { linkPurpose, mostAtOnce } from './rules.ts';

const t = (ask: SheetAsk) => translator(messages, ask.lang);

/** The sheet of the address, when this person may say that it is exact: a partner at the other end proposes, and does not. */
async function findConfirmable(ask: SheetAsk): Promise<SheetSummary | undefined> {
  const spec = findKindByGenre(ask.param('genre'));
  const sheet = spec && (await findSheet(ask.primary, ask.reader, spec.kind, ask.param('slug')));
  if (!sheet || 'movedTo' in sheet) return undefined;
  const right = await findRight(ask.primary, ask.reader, sheet.id);
  return right && right !== 'partner' ? sheet : undefined;
}

async function backTo(ask: SheetAsk, sheet: SheetSummary): Promise<string> {
  const from = (await ask.form()).text('vers');
  if (from === 'espace') return commonPaths.space.href({});
  return from === 'fiches' ? paths.sheets.href({}) : sheetHref(sheet.kind, sheet.slug);
}

interface FromLink {
  asked: Asked;
  expired: boolean;
  /** It served, or somebody else said so since it was sent. */
  done: boolean;
  accountId: string;
}

async function findFromLink(ask: SheetAsk): Promise<FromLink | undefined> {
  const link = await readLink(ask.primary, linkPurpose, ask.param('token'), ask.now);
  const { sheet, account, issued } = link?.payload ?? {};
  const asked = sheet && account ? await findAsked(ask.primary, sheet, account) : undefined;
  return asked && { asked, expired: link!.expired, done: (asked.confirmedAt ?? '') >= issued!, accountId: account! };
}

export const routes = [
  post(paths.confirm, { who: 'editor' }, async (ask: SheetAsk) => {
    const sheet = await findConfirmable(ask);
    if (!sheet) return ask.notFound();
    await ask.primary.transaction().execute((tx) => recordConfirmations(tx, ask.actor, [sheet.id], ask.today));
    return ask.done(await backTo(ask, sheet), t(ask)('done.one', { title: sheet.title }));
  }),
  post(paths.unconfirm, { who: 'editor' }, async (ask: SheetAsk) => {
    const sheet = await findConfirmable(ask);
    if (!sheet) return ask.notFound();
    const undone = await ask.primary.transaction().execute((tx) => withdrawConfirmation(tx, ask.actor, sheet.id));
    return ask.done(await backTo(ask, sheet), t(ask)(undone ? 'undone.one' : 'undone.late', { title: sheet.title }));
  }),
  get(paths.sheets, { who: 'member' }, async (ask: SheetAsk) => {
    const kept = await listKept(ask.primary, ask.reader, ask.today, { limit: mostAtOnce });
    return ask.page(<SheetsPage kept={kept} body={ask.reader.acting?.body?.title ?? null} />);
  }),
  post(paths.several, { who: 'member' }, async (ask: SheetAsk) => {
    const form = await ask.form();
    const kept = await listKept(ask.primary, ask.reader, ask.today, { limit: 100_000 });
    const asked = new Set(form.list('fiche').slice(0, mostAtOnce));
    const ids = kept.sheets.filter(({ id }) => asked.has(id)).map(({ id }) => id);
    if (ids.length === 0) return ask.page(<SheetsPage kept={{ ...kept, sheets: kept.sheets.slice(0, mostAtOnce) }} body={ask.reader.acting?.body?.title ?? null} refused />, { status: 422 });
    const done = await ask.primary.transaction().execute((tx) => recordConfirmations(tx, ask.actor, ids, ask.today));
    return ask.done(form.text('vers') === 'espace' ? commonPaths.space.href({}) : paths.sheets.href({}), t(ask)('done.many', { n: done.length }));
  }),
  get(paths.link, { who: 'everyone', cached: false }, async (ask: SheetAsk) => {
    const found = await findFromLink(ask);
    return ask.page(found ? <LinkPage {...found} token={ask.param('token')} /> : <BrokenLinkPage />);
  }),
  post(paths.link, { who: 'everyone' }, async (ask: SheetAsk) => {
    const found = await findFromLink(ask);
    if (!found) return ask.notFound();
    if (found.expired) return ask.page(<LinkPage {...found} token={ask.param('token')} />, { status: 422 });
    const { asked: { id, actor }, accountId } = found;
    const name = actor.name ?? translator(messages, 'fr')('actor.unnamed');
    if (!found.done) await ask.primary.transaction().execute((tx) => recordConfirmations(tx, { name, accountId, role: actor.role, onBehalfOf: actor.bodyId }, [id], ask.today));
    return ask.redirect(ask.to(paths.link.href({ token: ask.param('token') })));
  }),
];
