import { get, post } from '~/platform/http/request.ts';
import { translator } from '~/platform/i18n/index.ts';
import { attempt, isRefusal, sheetHref, toFormError, type SheetAsk } from '~/sheets/index.ts';
import type { FormError } from '~/ui/index.ts';
import { messages } from '../messages.ts';
import { paths } from '../paths.ts';
import { acceptProposal, declineProposal, withdrawProposal, type Decision } from './commands.ts';
import { findProposalDesk, type ProposalDesk } from './desk.ts';
import { ProposalPage } from './pages/proposal.tsx';
import { ProposalsPage } from './pages/proposals.tsx';
import { listMine, listToDecide, specOf } from './queries.ts';

/** What became of an answer: told on a page that shows the proposal as it now is. */
async function tell(ask: SheetAsk, desk: ProposalDesk, decision: Decision, done: { path: string; sentence: string }, answer: string): Promise<Response> {
  if (decision === 'done') return ask.done(done.path, done.sentence);
  const t = translator(messages, ask.lang);
  const now = (await findProposalDesk(ask)) ?? desk;
  if (isRefusal(decision)) return ask.page(<ProposalPage desk={now} answer={answer} errors={[toFormError(decision, specOf(desk.proposal).spec.messages, ask.lang)]} />, { status: 422 });
  return ask.page(<ProposalPage desk={now} answer={answer} note={t(decision === 'stale' ? 'proposal.changedNow' : 'proposal.already')} />, { status: 409 });
}

const answerOf = async (ask: SheetAsk) => (await ask.form()).text('reponse').slice(0, 2000);

export const routes = [
  get(paths.proposals, { who: 'account' }, async (ask: SheetAsk) => {
    const [waiting, mine] = await Promise.all([listToDecide(ask.db, ask.reader, ask.today), listMine(ask.db, ask.reader.account!.id)]);
    return ask.page(<ProposalsPage waiting={waiting} mine={mine} />);
  }),
  get(paths.proposal, { who: 'account' }, async (ask: SheetAsk) => {
    const desk = await findProposalDesk(ask);
    return desk ? ask.page(<ProposalPage desk={desk} />) : ask.notFound();
  }),
  post(paths.acceptProposal, { who: 'account' }, async (ask: SheetAsk) => {
    const desk = await findProposalDesk(ask);
    if (!desk?.isDecider) return ask.notFound();
    const { proposal, fields, values, context } = desk;
    const answer = await answerOf(ask);
    if (desk.errors.length && proposal.state === 'pending') return ask.page(<ProposalPage desk={desk} answer={answer} errors={desk.errors.map((error): FormError => ({ ...error, name: 'formulaire' }))} />, { status: 422 });
    const version = Number((await ask.form()).text('version'));
    const decision = await attempt<Decision>(ask.primary, (tx) => acceptProposal(tx, ask.actor, proposal, { fields, values, version, answer: answer || null }, context));
    return tell(ask, desk, decision, { path: sheetHref(proposal.kind, proposal.slug), sentence: translator(messages, ask.lang)('proposal.accepted') }, answer);
  }),
  post(paths.declineProposal, { who: 'account' }, async (ask: SheetAsk) => {
    const desk = await findProposalDesk(ask);
    if (!desk?.isDecider) return ask.notFound();
    const t = translator(messages, ask.lang);
    const answer = await answerOf(ask);
    if (!answer) return ask.page(<ProposalPage desk={desk} errors={[{ name: 'reponse', message: t('proposal.answer.needed') }]} />, { status: 422 });
    const decision = await attempt<Decision>(ask.primary, (tx) => declineProposal(tx, ask.actor, desk.proposal, answer));
    return tell(ask, desk, decision, { path: paths.proposals.href({}), sentence: t('proposal.declined') }, answer);
  }),
  post(paths.withdrawProposal, { who: 'account' }, async (ask: SheetAsk) => {
    const desk = await findProposalDesk(ask);
    if (!desk?.isMine) return ask.notFound();
    const decision = await attempt<Decision>(ask.primary, (tx) => withdrawProposal(tx, ask.actor, desk.proposal));
    return tell(ask, desk, decision, { path: paths.proposals.href({}), sentence: translator(messages, ask.lang)('proposal.withdrawn') }, '');
  }),
];
