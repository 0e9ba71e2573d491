import { get, post } from '~/platform/http/request.ts';
import { translator } from '~/platform/i18n/index.ts';
import { commonPaths, getKind, type SheetAsk } from '~/sheets/index.ts';
import { listLargeScales, listNetworksFor } from './areas.ts';
import { chooseGranted, requestClaim } from './commands.ts';
import { findAnswers, removeAnswers, updateAnswers } from './draft.ts';
import { findAuthorities, findAuthority, type Listed } from './finder.ts';
import { checkMissing, readMissing, type MissingAnswers } from './missing-form.ts';
import { messages } from './messages.ts';
import { findByCode } from './missing.ts';
import { AskPage } from './pages/ask.tsx';
import { FindPage } from './pages/find.tsx';
import { MissingPage } from './pages/missing.tsx';
import { paths } from './paths.ts';
import { listHeld } from './proofs.ts';
import { findClaim, keeps, listOwn } from './queries.ts';
import { checkStep, readStep, stepOf, toClaim, type Errors, type Step } from './steps.ts';

export const routes = [
  get(paths.find, { who: 'everyone' }, async (ask: SheetAsk) => {
    const text = ask.query('q')?.slice(0, 200);
    const [answer, own] = await Promise.all([
      text ? findAuthorities(ask.db, ask.reader, text, ask.today) : undefined,
      ask.reader.account ? listOwn(ask.db, ask.reader.account.id) : [],
    ]);
    return ask.page(<FindPage text={text} answer={answer} own={own} reader={ask.reader} />);
  }),
  get(paths.ask, { who: 'account' }, async (ask: SheetAsk) => {
    const authority = await findAuthority(ask.db, ask.reader, ask.param('slug'), ask.today);
    if (!authority) return ask.notFound();
    const claim = (await listOwn(ask.db, ask.reader.account!.id)).find((one) => one.sheetId === authority.id && one.state === 'requested');
    return claim ? ask.redirect(ask.to(paths.show.href({ id: claim.id }))) : draw(ask, authority);
  }),
  post(paths.ask, { who: 'account' }, async (ask: SheetAsk) => {
    const authority = await findAuthority(ask.primary, ask.reader, ask.param('slug'), ask.today);
    return authority ? answerStep(ask, authority) : ask.notFound();
  }),
  get(paths.missing, { who: 'account' }, async (ask: SheetAsk) =>
    ask.page(<MissingPage answers={{}} places={await listLargeScales(ask.db)} errors={[]} />)),
  post(paths.missing, { who: 'account' }, declare),
];

const formOf = (authority: Listed) => paths.ask.href({ slug: authority.slug });

async function draw(ask: SheetAsk, authority: Listed, given?: { step: Step; answers: Record<string, string[]>; errors: Errors }) {
  const { id: accountId } = ask.reader.account!;
  const [held, saved, networks] = await Promise.all([
    listHeld(ask.db, accountId, authority.id), findAnswers(ask.db, accountId, formOf(authority)), listNetworksFor(ask.db, authority.id),
  ]);
  const answers = given?.answers ?? saved;
  const step = given?.step ?? stepOf(ask.query('etape'), answers, held);
  return ask.page(<AskPage {...{ authority, answers, step, held, networks }} errors={given?.errors ?? []} mine={keeps(ask.reader, authority.id)} />, { status: given ? 422 : 200 });
}

/** Each step is kept on the server; the last one sends. */
async function answerStep(ask: SheetAsk, authority: Listed) {
  const form = await ask.form();
  const { id: accountId } = ask.reader.account!;
  const [held, before] = await Promise.all([listHeld(ask.primary, accountId, authority.id), findAnswers(ask.primary, accountId, formOf(authority))]);
  const step = stepOf(form.text('etape'), before, held);
  const answers = readStep(step, form, before);
  const errors = checkStep(step, answers, held);
  if (errors.length) return draw(ask, authority, { step, answers, errors });
  if (step === 3) return send(ask, authority, answers);
  await ask.primary.transaction().execute((tx) => updateAnswers(tx, accountId, formOf(authority), answers));
  return ask.redirect(ask.to(paths.ask.href({ slug: authority.slug }, { etape: step + 1 })), 303);
}

async function send(ask: SheetAsk, authority: Listed, answers: Record<string, string[]>) {
  const t = translator(messages, ask.lang);
  const { id: accountId } = ask.reader.account!;
  const done = await ask.primary.transaction().execute(async (tx) => {
    const asked = await requestClaim(tx, ask.actor, ask, { accountId, ...toClaim(answers), of: { sheetId: authority.id } });
    if ('refused' in asked) return asked;
    await removeAnswers(tx, accountId, formOf(authority));
    if (asked.granted) await chooseGranted(tx, ask.reader.account!.sessionId, (await findClaim(tx, asked.id))!);
    return asked;
  });
  if ('refused' in done) return draw(ask, authority, { step: 3, answers, errors: [{ name: 'envoi', key: `error.${done.refused}` }] });
  if (done.granted) return ask.done(commonPaths.edit.href({ genre: getKind('territory').genre, slug: authority.slug }), t('done.granted', { name: authority.title }));
  return ask.done(paths.show.href({ id: done.id }), t('done.requested', { name: authority.title }));
}

async function declare(ask: SheetAsk) {
  const t = translator(messages, ask.lang);
  const answers: MissingAnswers = readMissing(await ask.form());
  const places = await listLargeScales(ask.primary);
  const known = answers.code ? await findByCode(ask.primary, answers.code) : undefined;
  const errors = checkMissing(answers, places, known);
  if (errors.length) return ask.page(<MissingPage {...{ answers, places, errors, known }} />, { status: 422 });
  const { role, fonction, service, mot, ...missing } = answers;
  const { id: accountId } = ask.reader.account!;
  const done = await ask.primary.transaction().execute((tx) =>
    requestClaim(tx, ask.actor, ask, {
      accountId, role: role as 'agent', function: fonction!, service: service || null, proof: 'word', word: mot!,
      of: { missing: { ...missing, nom: missing.nom!, nature: missing.nature!, pays: missing.pays! }, areaId: missing.departement || null },
    }));
  if ('refused' in done) return ask.page(<MissingPage {...{ answers, places, known }} errors={[{ name: 'nom', key: 'error.many' }]} />, { status: 422 });
  return ask.done(paths.show.href({ id: done.id }), t('done.declared', { name: missing.nom! }));
}
