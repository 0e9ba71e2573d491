import { translator } from '~/platform/i18n/index.ts';
import { get, post } from '~/platform/http/request.ts';
import type { Form } from '~/platform/http/form.ts';
import type { Tx } from '~/platform/db/index.ts';
import { queueMail } from '~/platform/mail/queue.ts';
import type { SheetAsk } from '~/sheets/index.ts';
import { addAnswer, addAssignee, closeFeedback, recordApplication } from './commands.ts';
import { messages } from './messages.ts';
import { HandlePage, type HandleFault } from './pages/handle.tsx';
import { ListPage } from './pages/list.tsx';
import { paths } from './paths.ts';
import { findAddress, findFeedback, listAssignees, listChangesSince, listFeedback, listSteps, type Feedback } from './queries.ts';
import { buildReply } from './reply.ts';
import { longest, type Closing } from './rules.ts';

type Outcome = { done: string } | { fault: HandleFault };

/** Steps of one message: read again with the reader's right, written in one transaction, then back to its page. */
function step(act: (ask: SheetAsk, found: Feedback, form: Form, tx: Tx) => Promise<Outcome>) {
  return async (ask: SheetAsk) => {
    const found = await findFeedback(ask.primary, ask.reader, ask.param('id'));
    if (!found) return ask.notFound();
    const form = await ask.form();
    const outcome = await ask.primary.transaction().execute((tx) => act(ask, found, form, tx));
    return 'done' in outcome ? ask.done(paths.show.href({ id: found.id }), outcome.done) : answerPage(ask, found, outcome.fault, form.text('reponse'));
  };
}

async function answerPage(ask: SheetAsk, found: Feedback, fault?: HandleFault, typed = '') {
  const db = ask.primary;
  const [steps, assignees, changes] = await Promise.all([listSteps(db, found.id), listAssignees(db, ask.reader, found), listChangesSince(db, found)]);
  return ask.page(<HandlePage feedback={found} steps={steps} assignees={assignees} changes={changes} fault={fault} typed={typed} me={ask.reader.account!.id} />, { status: fault ? 422 : 200 });
}

const say = (ask: SheetAsk) => translator(messages, ask.lang);

export const followUp = [
  get(paths.list, { who: 'member' }, async (ask: SheetAsk) => {
    const shown = ask.query('etat');
    const of = shown === 'traites' ? 'closed' : shown === 'miens' ? 'mine' : 'open';
    return ask.page(<ListPage of={of} found={await listFeedback(ask.db, ask.reader, { of })} />);
  }),
  get(paths.show, { who: 'editor' }, async (ask: SheetAsk) => {
    const found = await findFeedback(ask.db, ask.reader, ask.param('id'));
    return found ? answerPage(ask, found) : ask.notFound();
  }),
  post(paths.assignment, { who: 'editor' }, step(async (ask, found, form, tx) => {
    const asked = form.text('personne') || ask.reader.account!.id;
    const assignee = (await listAssignees(tx, ask.reader, found)).find(({ id }) => id === asked);
    const done = assignee && (await addAssignee(tx, ask.actor, found.id, assignee, ask.now));
    return done ? { done: say(ask)('done.assigned', { title: assignee.title }) } : { fault: 'assignee' };
  })),
  post(paths.answer, { who: 'editor' }, step(async (ask, found, form, tx) => {
    const text = form.text('reponse');
    if (!text) return { fault: 'answer.missing' };
    if (text.length > longest) return { fault: 'answer.long' };
    const to = await findAddress(tx, found.id);
    const keepOpen = form.text('reste') !== '';
    if (!to || !(await addAnswer(tx, ask.actor, found.id, text, !keepOpen, ask.now))) return { fault: 'late' };
    await queueMail(tx, { to, kind: 'feedback-reply', ...buildReply(found, text, { actor: ask.actor.name, body: ask.reader.acting?.body?.title ?? ask.instanceName, origin: ask.origin }) });
    return { done: say(ask)(keepOpen ? 'done.answered' : 'done.answered.closed') };
  })),
  post(paths.application, { who: 'editor' }, step(async (ask, found, form, tx) => {
    const changes = await listChangesSince(tx, found);
    const change = changes.find(({ id }) => id === form.text('changement'));
    const note = form.text('precision').slice(0, 500);
    // A page that is no sheet has no history: it is told in words.
    if (!change && (found.sheet || !note)) return { fault: found.sheet ? 'change' : 'note' };
    const done = await recordApplication(tx, ask.actor, found.id, change ? { eventId: change.id } : { note }, ask.now);
    return done ? { done: say(ask)('done.applied') } : { fault: 'late' };
  })),
  post(paths.closing, { who: 'editor' }, step(async (ask, found, form, tx) => {
    const done = await closeFeedback(tx, ask.actor, found.id, form.text('motif') as Closing, ask.now);
    return done ? { done: say(ask)('done.closed') } : { fault: 'reason' };
  })),
];
