import { get, post } from '~/platform/http/request.ts';
import { translator, type Lang } from '~/platform/i18n/index.ts';
import {
  attempt, checkFields, findKindByGenre, findRight, findSheet, isRefusal, readTyped, readyFields, recordConfirmation, sheetHref, toFormError,
  type KindSpec, type Right, type SheetAsk, type SheetSummary, type Values,
} from '~/sheets/index.ts';
import type { FormError } from '~/ui/index.ts';
import { invitePartner, withdrawInvitation } from './commands.ts';
import { readFacts } from './facts.ts';
import { inviteFields } from './form.ts';
import { messages } from './messages.ts';
import { AgreePage } from './pages/agree.tsx';
import { InvitationsPage } from './pages/list.tsx';
import { paths } from './paths.ts';
import { findShared, listInvitations, listPartners } from './queries.ts';

interface Shared {
  spec: KindSpec;
  sheet: SheetSummary;
  right: Right;
  partners: { id: string; title: string }[];
}

/** A sheet with somebody abroad, and what this person may do with it. */
async function findSharedHere(ask: SheetAsk): Promise<Shared | undefined> {
  const spec = findKindByGenre(ask.param('genre'));
  const sheet = spec && (await findSheet(ask.primary, ask.reader, spec.kind, ask.param('slug')));
  if (!spec?.edit || !sheet || 'movedTo' in sheet) return undefined;
  const [right, partners] = await Promise.all([findRight(ask.primary, ask.reader, sheet.id), listPartners(ask.primary, sheet.id)]);
  return right && partners.length ? { spec, sheet, right, partners } : undefined;
}

/** Those who keep the sheet invite; the other side does not invite itself. */
async function findKept(ask: SheetAsk): Promise<Shared | undefined> {
  const shared = await findSharedHere(ask);
  return shared?.right === 'partner' ? undefined : shared;
}

/** The other side, by the territory for which this person acts. */
async function findPartnered(ask: SheetAsk): Promise<(Shared & { body: string }) | undefined> {
  const shared = await findSharedHere(ask);
  const body = ask.reader.acting?.body?.id;
  return shared?.right === 'partner' && body && shared.partners.some(({ id }) => id === body) ? { ...shared, body } : undefined;
}

async function draw(ask: SheetAsk, { spec, sheet, right }: Shared, values: Values, errors: FormError[] = []): Promise<Response> {
  const ready = await readyFields(inviteFields, { db: ask.primary, lang: ask.lang, messages, sheetId: sheet.id, context: { reader: ask.reader, right, today: ask.today } }, values);
  const invitations = await listInvitations(ask.primary, sheet.id);
  return ask.page(<InvitationsPage spec={spec} sheet={sheet} invitations={invitations} ready={ready} values={values} errors={errors} now={ask.now} />, { status: errors.length ? 422 : 200 });
}

async function invite(ask: SheetAsk): Promise<Response> {
  const shared = await findKept(ask);
  if (!shared) return ask.notFound();
  const { sheet, spec, right } = shared;
  const form = await ask.form();
  const typed = readTyped(inviteFields, form, {});
  const ready = await readyFields(inviteFields, { db: ask.primary, lang: ask.lang, messages, sheetId: sheet.id, context: { reader: ask.reader, right, today: ask.today } }, typed);
  const { values, errors } = checkFields(ready, typed, {}, form, ask.lang);
  if (errors.length) return draw(ask, shared, typed, errors);
  const host = (await findShared(ask.primary, sheet.id))?.owner ?? ask.reader.acting?.body?.title ?? ask.instanceName;
  const [bodyId, who, mail, lang] = ['partenaire', 'fonction', 'courriel', 'langue'].map((name) => values[name]![0]!) as [string, string, string, Lang];
  const answer = await attempt(ask.primary, (tx) => invitePartner(tx, ask.actor, { sheetId: sheet.id, title: sheet.title, host, bodyId, function: who, mail, lang }, ask));
  if (isRefusal(answer)) return draw(ask, shared, typed, [toFormError(answer, messages, ask.lang)]);
  return ask.done(paths.list.href({ genre: spec.genre, slug: sheet.slug }), translator(messages, ask.lang)('list.done'));
}

export const routes = [
  get(paths.list, { who: 'editor' }, async (ask: SheetAsk) => {
    const shared = await findKept(ask);
    if (!shared) return ask.notFound();
    return draw(ask, shared, { langue: ['en'], partenaire: shared.partners.length === 1 ? [shared.partners[0]!.id] : [] });
  }),
  post(paths.list, { who: 'editor' }, invite),
  post(paths.withdraw, { who: 'editor' }, async (ask: SheetAsk) => {
    const shared = await findKept(ask);
    const id = ask.param('id');
    const done = shared && isId(id) && (await ask.primary.transaction().execute((tx) => withdrawInvitation(tx, ask.actor, shared.sheet.id, id)));
    return shared && done ? ask.done(paths.list.href({ genre: shared.spec.genre, slug: shared.sheet.slug }), translator(messages, ask.lang)('list.withdrawn')) : ask.notFound();
  }),
  get(paths.agreement, { who: 'editor' }, async (ask: SheetAsk) => {
    const shared = await findPartnered(ask);
    const facts = shared && (await readFacts(ask.primary, shared.sheet, ask.lang, ask.today, ask.reader));
    return shared && facts ? ask.page(<AgreePage sheet={shared.sheet} facts={facts} />) : ask.notFound();
  }),
  post(paths.agreement, { who: 'editor' }, async (ask: SheetAsk) => {
    const shared = await findPartnered(ask);
    if (!shared) return ask.notFound();
    await ask.primary.transaction().execute((tx) => recordConfirmation(tx, ask.actor, shared.sheet.id, shared.body));
    return ask.done(sheetHref(shared.sheet.kind, shared.sheet.slug), translator(messages, ask.lang)('agree.done'));
  }),
];

const isId = (text: string) => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text);
