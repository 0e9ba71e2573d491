import { sql, type Tx } from '~/platform/db/index.ts';
import { findMessage, translator } from '~/platform/i18n/index.ts';
import { attempt, createProposal, Input, isRefusal, listAllowed, listSince, nameBody, sheetHref, toCanonicalValues, writeSources, type ActSpec, type EditRefusal, type SheetAsk } from '~/sheets/index.ts';
import { messages } from '../messages.ts';
import { paths } from '../paths.ts';
import { findHeld, mayAct, type Desk, type Held } from './desk.ts';

/** A gesture on a sheet, or the proposal of one to those who decide. */
export async function findActDesk(ask: SheetAsk): Promise<Desk | undefined> {
  const held = await findHeld(ask);
  const act = held?.spec.acts?.find(({ name }) => name === ask.param('act'));
  if (!held || !act || !mayAct(act, held.right)) return undefined;
  if (act.has && !(await act.has(ask.primary, held.sheet.id))) return undefined;
  const { spec, sheet, context, version } = held;
  const words = (key: string) => findMessage(spec.messages, ask.lang, `act.${act.name}${key}`);
  const t = translator(messages, ask.lang);
  const present = toCanonicalValues(act.fields, (await act.read?.(ask.primary, sheet.id, context, ask.query)) ?? {});
  return {
    spec, sheet, context, version, present,
    fields: listAllowed(act.fields, context),
    // What is asked of belongs to the form: which agreement, which doubt.
    address: paths.act.href({ genre: spec.genre, slug: sheet.slug, act: act.name }) + searchOf(ask),
    title: words('') ?? act.name,
    lede: words('.lede'),
    button: words('.do') ?? t('edit.save'),
    isProposal: false,
    back: sheetHref(spec.kind, sheet.slug),
    send: (db, sent) => sendAct(ask, held, act, db, sent, words('.done') ?? t('edit.done')),
  };
}

async function sendAct(ask: SheetAsk, { spec, sheet, context, right }: Held, act: ActSpec, db: Parameters<Desk['send']>[0], sent: Parameters<Desk['send']>[1], done: string): ReturnType<Desk['send']> {
  const decides = act.decides?.(new Input(sent.values), context) ?? null;
  const isDecider = right !== 'partner' && (decides === null || decides.includes(ask.reader.acting!.role));
  const href = sheetHref(spec.kind, sheet.slug);
  const t = translator(messages, ask.lang);
  const fields = listAllowed(act.fields, context);
  const present = toCanonicalValues(act.fields, (await act.read?.(db, sheet.id, context, ask.query)) ?? {});
  return attempt(db, async (tx) => {
    const { version } = await tx.selectFrom('sheets').select('version').where('id', '=', sheet.id).forUpdate().executeTakeFirstOrThrow();
    if (sent.version !== null && sent.version !== version) return { since: await listSince(tx, sheet.id, sent.version), version };
    if (!isDecider) {
      const impossible = await tryAct(tx, () => act.run(tx, ask.actor, sheet.id, new Input({ ...present, ...sent.values }), context));
      if (impossible) return impossible;
      const id = await createProposal(tx, ask.actor, { sheetId: sheet.id, act: act.name, fields, sent, present, version });
      return id === null ? { path: href, sentence: t('edit.unchanged') } : { path: paths.proposal.href({ id }), sentence: t('proposal.sent') };
    }
    const sources = await writeSources(tx, await nameBody(tx, ask.actor), sent.sources);
    const refusal = await act.run(tx, ask.actor, sheet.id, new Input({ ...present, ...sent.values }, sources), context);
    return isRefusal(refusal) ? refusal : { path: href, sentence: done };
  });
}

/** Nobody waits for an answer about what cannot be done: the gesture is tried, and undone. */
async function tryAct(tx: Tx, run: () => Promise<EditRefusal | null>): Promise<EditRefusal | null> {
  await sql`savepoint tried`.execute(tx);
  const refusal = await run();
  await sql`rollback to savepoint tried`.execute(tx);
  return refusal;
}

/** What the address asks, without what only concerns how the form is shown. */
function searchOf({ url }: SheetAsk): string {
  const search = new URLSearchParams(url.search);
  search.delete('brouillon');
  return search.size ? `?${search}` : '';
}
