import { findMessage, translator, type Lang } from '~/platform/i18n/index.ts';
import { checkFields, isSame, listAllowed, readyFields, toCanonicalValues, type EditContext, type FieldSpec, type ReadyField, type SheetAsk, type Values } from '~/sheets/index.ts';
import { Form } from '~/platform/http/form.ts';
import type { FormError } from '~/ui/index.ts';
import { messages } from '../messages.ts';
import { findProposal, mayDecide, specOf, type Proposal } from './queries.ts';

/** A proposal as this person sees it: somebody else's answer to give, or their own to follow. */
export interface ProposalDesk {
  proposal: Proposal;
  context: EditContext;
  isDecider: boolean;
  isMine: boolean;
  fields: readonly FieldSpec[];
  ready: readonly ReadyField[];
  present: Values;
  /** The values to write: what is proposed over what is there. */
  values: Values;
  /** Why it can no longer be done as it is. */
  errors: FormError[];
  /** Fields that somebody changed since, otherwise than proposed. */
  stale: ReadonlySet<string>;
}

/** What is proposed is a 404 for whoever neither proposed it nor decides it. */
export async function findProposalDesk(ask: SheetAsk): Promise<ProposalDesk | undefined> {
  const proposal = await findProposal(ask.primary, ask.param('id'));
  if (!proposal) return undefined;
  const right = await mayDecide(ask.primary, ask.reader, proposal, ask.today);
  const isMine = proposal.accountId !== null && proposal.accountId === ask.reader.account?.id;
  if (!right && !isMine) return undefined;
  const { spec, act, fields: all } = specOf(proposal);
  const context: EditContext = { reader: ask.reader, right: right ?? 'partner', today: ask.today };
  const fields = listAllowed(all, context);
  const read = act ? await act.read?.(ask.primary, proposal.sheetId, context, () => undefined) : await spec.edit?.read(ask.primary, proposal.sheetId, context);
  const present = toCanonicalValues(all, read ?? {});
  const asked = fields.filter(({ name }) => name in proposal.values);
  const proposed = { ...present, ...toCanonicalValues(asked, proposal.values) };
  const ready = await readyFields(fields, { db: ask.primary, lang: ask.lang, messages: spec.messages, sheetId: proposal.sheetId, context }, proposed, present);
  const { values, errors } = checkFields(ready, proposed, present, new Form({}), ask.lang);
  const stale = asked.filter((field) => !act && !isSame(field, present[field.name], proposal.base[field.name]) && !isSame(field, present[field.name], proposal.values[field.name]));
  return { proposal, context, isDecider: right !== null, isMine, fields, ready: ready.filter(({ spec: field }) => asked.includes(field)), present, values, errors, stale: new Set(stale.map(({ name }) => name)) };
}

/** « Changer l’état », « Correction proposée ». */
export function nameProposal(proposal: Pick<Proposal, 'kind' | 'act'>, lang: Lang): string {
  const { spec, act } = specOf(proposal);
  return (act && findMessage(spec.messages, lang, `act.${act.name}`)) ?? translator(messages, lang)('proposal.edit');
}
