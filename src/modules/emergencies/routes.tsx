import { readLink } from '~/modules/accounts/index.ts';
import { get, post } from '~/platform/http/request.ts';
import { translator } from '~/platform/i18n/index.ts';
import { answerSheet, findSheet, type SheetAsk, type SheetSummary } from '~/sheets/index.ts';
import { inviteAnswers, recordAnswer } from './commands.ts';
import { messages } from './messages.ts';
import { EmergencyPage } from './pages/emergency.tsx';
import { BrokenLinkPage, LinkPage } from './pages/link.tsx';
import { EmergenciesPage } from './pages/list.tsx';
import { paths } from './paths.ts';
import { findFromLink, findGiven, getEmergency, listEmergencies, mayAnswer, type FromLink } from './queries.ts';
import { linkPurpose, questions, type Question } from './rules.ts';
import { create } from './specs.ts';

const t = (ask: SheetAsk) => translator(messages, ask.lang);

async function findSeen(ask: SheetAsk): Promise<SheetSummary | undefined> {
  const sheet = await findSheet(ask.primary, ask.reader, 'emergency', ask.param('slug'));
  return sheet && !('movedTo' in sheet) ? sheet : undefined;
}

async function findLink(ask: SheetAsk): Promise<{ found: FromLink; expired: boolean } | undefined> {
  const link = await readLink(ask.primary, linkPurpose, ask.param('token'), ask.now);
  const { emergency, account, body } = link?.payload ?? {};
  const found = emergency && account && body ? await findFromLink(ask.primary, emergency, account, body) : undefined;
  return found && { found, expired: link!.expired };
}

/** Each answer is a button that carries its question and itself. */
async function readAnswer(ask: SheetAsk): Promise<{ question: Question; value: string } | undefined> {
  const form = await ask.form();
  const question = questions.find((one) => form.text(one) !== '');
  return question && { question, value: form.text(question) };
}

/** The animator calls for the network that she acts for. */
const networkOf = ({ reader: { acting } }: SheetAsk) => (acting?.role === 'animator' && acting.body?.kind === 'network' ? acting.body : null);

export const routes = [
  get(paths.list, { who: 'member' }, async (ask: SheetAsk) => ask.page(<EmergenciesPage emergencies={await listEmergencies(ask.db, ask.reader)} mayCreate={create.may(ask.reader)} />)),
  get(paths.show, { who: 'everyone' }, (ask: SheetAsk) =>
    answerSheet(ask, 'emergency', async (frame) => {
      const body = mayAnswer(ask.reader) ? ask.reader.acting!.body! : null;
      const [emergency, given] = await Promise.all([getEmergency(ask.primary, frame.sheet.id), body && findGiven(ask.primary, frame.sheet.id, body.id)]);
      return <EmergencyPage frame={frame} emergency={emergency} body={body} given={given} network={networkOf(ask)?.title ?? null} />;
    })),
  post(paths.call, { who: 'animator' }, async (ask: SheetAsk) => {
    const [sheet, network] = [await findSeen(ask), networkOf(ask)];
    if (!sheet || !network || sheet.state !== 'alert') return ask.notFound();
    const done = await ask.primary.transaction().execute((tx) => inviteAnswers(tx, ask.actor, sheet.id, { network, origin: ask.origin, instanceName: ask.instanceName, now: ask.now }));
    return ask.done(paths.show.href({ slug: sheet.slug }), 'refused' in done ? t(ask)(`call.${done.refused}`) : t(ask)('call.done', done));
  }),
  post(paths.answer, { who: 'member' }, async (ask: SheetAsk) => {
    const [sheet, answer] = [await findSeen(ask), await readAnswer(ask)];
    if (!sheet || !answer || !mayAnswer(ask.reader)) return ask.notFound();
    if (sheet.state !== 'alert') return ask.done(paths.show.href({ slug: sheet.slug }), t(ask)('link.closed'));
    const actor = { ...ask.actor, onBehalfOf: ask.reader.acting!.body!.id };
    const done = await ask.primary.transaction().execute((tx) => recordAnswer(tx, actor, sheet.id, answer.question, answer.value));
    return done ? ask.done(paths.show.href({ slug: sheet.slug }), t(ask)('answer.done')) : ask.notFound();
  }),
  get(paths.link, { who: 'everyone', cached: false }, async (ask: SheetAsk) => {
    const link = await findLink(ask);
    if (!link) return ask.page(<BrokenLinkPage />);
    return ask.page(<LinkPage {...link} token={ask.param('token')} given={await findGiven(ask.primary, link.found.id, link.found.body.id)} />);
  }),
  post(paths.link, { who: 'everyone' }, async (ask: SheetAsk) => {
    const [link, answer] = [await findLink(ask), await readAnswer(ask)];
    if (!link || !answer) return ask.notFound();
    const { found, expired } = link;
    if (expired || !found.isOpen) return ask.page(<LinkPage {...link} token={ask.param('token')} given={null} />, { status: 422 });
    await ask.primary.transaction().execute((tx) => recordAnswer(tx, { name: found.actor, role: found.role, accountId: found.accountId, onBehalfOf: found.body.id }, found.id, answer.question, answer.value));
    return ask.redirect(ask.to(paths.link.href({ token: ask.param('token') })), 303);
  }),
];
