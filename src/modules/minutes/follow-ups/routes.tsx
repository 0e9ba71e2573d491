import { post, get } from '~/platform/http/request.ts';
import { translator } from '~/platform/i18n/index.ts';
import { commonPaths, type SheetAsk } from '~/sheets/index.ts';
import { findOpenWriting, findSubject, idIn, mayOrganiseSubject, type Writing } from '../access.ts';
import { messages } from '../messages.ts';
import { paths } from '../paths.ts';
import { addFollowUp, closeFollowUp, mayClose, removeFollowUp, updateFollowUp } from './commands.ts';
import { codeOfKind, readFollowUp, type TypedFollowUp } from './form.ts';
import { FollowUpPage, type FollowUpPageProps } from './pages/follow-up.tsx';
import { listFollowUps, listOwners, type FollowUp } from './queries.ts';

const t = (ask: SheetAsk) => translator(messages, ask.lang);

const typedOf = (one: FollowUp): TypedFollowUp => ({ kind: codeOfKind(one.kind), text: one.text, holder: one.holder, owner: one.holder ? '' : (one.owner ?? ''), due: one.due ?? '' });
const empty: TypedFollowUp = { kind: 'suite', text: '', holder: '', owner: '', due: '' };

async function draw(ask: SheetAsk, writing: Writing, rest: Omit<FollowUpPageProps, 'writing' | 'owners'>): Promise<Response> {
  return ask.page(<FollowUpPage writing={writing} owners={await listOwners(ask.primary, ask.reader, writing)} {...rest} />, { status: rest.fault ? 422 : 200 });
}

async function findOne(ask: SheetAsk, writing: Writing): Promise<FollowUp | undefined> {
  const id = idIn(ask);
  return id ? (await listFollowUps(ask.primary, writing.sheet.id)).find((one) => one.id === id) : undefined;
}

export const routes = [
  get(paths.followUps, { who: 'account' }, async (ask: SheetAsk) => {
    const writing = await findOpenWriting(ask);
    return writing ? draw(ask, writing, { id: null, typed: empty }) : ask.notFound();
  }),
  post(paths.followUps, { who: 'account' }, async (ask: SheetAsk) => {
    const writing = await findOpenWriting(ask);
    if (!writing) return ask.notFound();
    const { typed, fault, input } = readFollowUp(await ask.form(), await listOwners(ask.primary, ask.reader, writing));
    if (fault) return draw(ask, writing, { id: null, typed, fault });
    await ask.primary.transaction().execute((tx) => addFollowUp(tx, ask.actor, writing, input));
    return ask.done(paths.desk.href(writing.at), t(ask)('followUp.added'));
  }),
  get(paths.followUp, { who: 'account' }, async (ask: SheetAsk) => {
    const writing = await findOpenWriting(ask);
    const one = writing && (await findOne(ask, writing));
    return writing && one ? draw(ask, writing, { id: one.id, typed: typedOf(one) }) : ask.notFound();
  }),
  post(paths.followUp, { who: 'account' }, async (ask: SheetAsk) => {
    const writing = await findOpenWriting(ask);
    const one = writing && (await findOne(ask, writing));
    if (!writing || !one) return ask.notFound();
    const { typed, fault, input } = readFollowUp(await ask.form(), await listOwners(ask.primary, ask.reader, writing));
    if (fault) return draw(ask, writing, { id: one.id, typed, fault });
    await ask.primary.transaction().execute((tx) => updateFollowUp(tx, writing.sheet.id, one.id, input));
    return ask.done(paths.desk.href(writing.at), t(ask)('followUp.saved'));
  }),
  post(paths.removeFollowUp, { who: 'account' }, async (ask: SheetAsk) => {
    const writing = await findOpenWriting(ask);
    const one = writing && (await findOne(ask, writing));
    if (!writing || !one) return ask.notFound();
    await ask.primary.transaction().execute((tx) => removeFollowUp(tx, writing.sheet.id, one.id));
    return ask.done(paths.desk.href(writing.at), t(ask)('followUp.removed'));
  }),
  post(paths.done, { who: 'account' }, async (ask: SheetAsk) => {
    const [subject, id] = [await findSubject(ask), idIn(ask)];
    if (!subject || !id || subject.state !== 'published') return ask.notFound();
    const { account, acting } = ask.reader;
    const may = (await mayClose(ask.primary, account!.id, acting?.role === 'expert' ? undefined : acting?.body?.id, id)) || (await mayOrganiseSubject(ask.primary, ask.reader, subject));
    if (!may) return ask.notFound();
    await ask.primary.transaction().execute((tx) => closeFollowUp(tx, ask.actor, subject.sheet.id, id, ask.now));
    return ask.done(commonPaths.space.href({}), t(ask)('followUp.closed'));
  }),
];
