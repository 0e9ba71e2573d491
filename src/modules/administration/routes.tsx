import { findAccountByMail, listMandates } from '~/modules/accounts/index.ts';
import { translator } from '~/platform/i18n/index.ts';
import { findInstance, updateInstance } from '~/platform/instance.ts';
import { get, post } from '~/platform/http/request.ts';
import { findBody, recordAccess, type SheetAsk } from '~/sheets/index.ts';
import { addMandate, closeMandate, createTestMail, updateFailedJob, updateFailedMail } from './commands.ts';
import { readMandateForm, readSettingsForm, type Refused } from './forms.ts';
import { getJobsState, getMailState, getStorage } from './machinery.ts';
import { messages } from './messages.ts';
import { AccountPage } from './pages/account.tsx';
import { AdministrationPage } from './pages/administration.tsx';
import { JobsPage } from './pages/jobs.tsx';
import { JournalPage } from './pages/journal.tsx';
import { MailPage } from './pages/mail.tsx';
import { RolesPage } from './pages/roles.tsx';
import { SettingsPage } from './pages/settings.tsx';
import { StoragePage } from './pages/storage.tsx';
import { paths } from './paths.ts';
import { findAccount, getVersions, listAdministrators, listJournal } from './queries.ts';
import { bodyKindsOf } from './rules.ts';

const who = 'administrator' as const;
const say = (ask: SheetAsk) => translator(messages, ask.lang);

async function answerAccount(ask: SheetAsk, refused: Refused = []): Promise<Response> {
  const account = await findAccount(ask.primary, ask.param('id'));
  if (!account) return ask.notFound();
  await recordAccess(ask.primary, ask.actor, { accountId: account.id }, 'roles');
  const mandates = await listMandates(ask.primary, account.id);
  return ask.page(<AccountPage account={account} mandates={mandates} refused={refused} typed={refused.length ? (await ask.form()).values : undefined} />, { status: refused.length ? 422 : 200 });
}

export const routes = [
  get(paths.home, { who }, async (ask: SheetAsk) => {
    const [versions, mail, jobs] = await Promise.all([getVersions(ask.primary), getMailState(ask.primary), getJobsState(ask.primary)]);
    return ask.page(<AdministrationPage versions={versions} mail={mail} jobs={jobs} />);
  }),
  get(paths.settings, { who }, async (ask: SheetAsk) => ask.page(<SettingsPage settings={await findInstance(ask.primary, ask.instanceName)} refused={[]} />)),
  post(paths.settings, { who }, async (ask: SheetAsk) => {
    const { input, refused } = readSettingsForm(await ask.form());
    if (refused.length) return ask.page(<SettingsPage settings={input} refused={refused} />, { status: 422 });
    await ask.primary.transaction().execute(async (tx) => updateInstance(tx, ask.actor, await findInstance(tx, ask.instanceName), input));
    return ask.done(paths.settings.href({}), say(ask)('settings.done'));
  }),
  get(paths.roles, { who }, async (ask: SheetAsk) => {
    const mail = ask.query('courriel');
    const found = mail ? await findAccountByMail(ask.primary, mail) : undefined;
    if (found) return ask.redirect(ask.to(paths.account.href({ id: found.id })));
    return ask.page(<RolesPage administrators={await listAdministrators(ask.primary)} asked={mail} />);
  }),
  get(paths.account, { who }, (ask: SheetAsk) => answerAccount(ask)),
  post(paths.addMandate, { who }, async (ask: SheetAsk) => {
    const { input: { role, body: typed, ...rest }, refused } = readMandateForm(await ask.form());
    if (refused.length || !role) return answerAccount(ask, refused);
    const body = role === 'administrator' || !typed ? null : ((await findBody(ask.db, ask.reader, typed, bodyKindsOf(role))) ?? null);
    const code = typed && !body && role !== 'administrator' ? 'body.wrong' : await ask.primary.transaction().execute((tx) => addMandate(tx, ask.actor, { accountId: ask.param('id'), role, body, ...rest }, ask.today));
    if (code) return answerAccount(ask, [{ name: code.startsWith('until') ? 'jusqua' : code.startsWith('body') ? 'structure' : 'role', code }]);
    return ask.done(paths.account.href({ id: ask.param('id') }), say(ask)('mandate.added'));
  }),
  post(paths.closeMandate, { who }, async (ask: SheetAsk) => {
    const code = await ask.primary.transaction().execute((tx) => closeMandate(tx, ask.actor, ask.param('id'), ask.param('mandate')));
    if (code === 'missing') return ask.notFound();
    if (code) return answerAccount(ask, [{ name: 'role', code }]);
    return ask.done(paths.account.href({ id: ask.param('id') }), say(ask)('mandate.closed'));
  }),
  get(paths.mail, { who }, async (ask: SheetAsk) => ask.page(<MailPage state={await getMailState(ask.primary)} mine={ask.reader.account!.mail} />)),
  post(paths.mail, { who }, async (ask: SheetAsk) => {
    const { id, mail } = ask.reader.account!;
    const t = say(ask);
    const test = { to: mail, accountId: id, kind: 'test', subject: t('mail.test.subject', { name: ask.instanceName }), text: t('mail.test.text', { address: ask.origin }) };
    await ask.primary.transaction().execute((tx) => createTestMail(tx, ask.actor, test));
    return ask.done(paths.mail.href({}), t('mail.test.done', { mail }));
  }),
  post(paths.retryMail, { who }, async (ask: SheetAsk) => {
    const retried = await ask.primary.transaction().execute((tx) => updateFailedMail(tx, ask.actor, ask.param('id')));
    return retried ? ask.done(paths.mail.href({}), say(ask)('mail.retried')) : ask.notFound();
  }),
  get(paths.jobs, { who }, async (ask: SheetAsk) => ask.page(<JobsPage state={await getJobsState(ask.primary)} />)),
  post(paths.retryJob, { who }, async (ask: SheetAsk) => {
    const retried = await ask.primary.transaction().execute((tx) => updateFailedJob(tx, ask.actor, ask.param('queue'), ask.param('id')));
    return retried ? ask.done(paths.jobs.href({}), say(ask)('jobs.retried')) : ask.notFound();
  }),
  get(paths.storage, { who }, async (ask: SheetAsk) => ask.page(<StoragePage state={await getStorage(ask.primary)} />)),
  get(paths.journal, { who }, async (ask: SheetAsk) => {
    const before = Number(ask.query('avant'));
    return ask.page(<JournalPage {...await listJournal(ask.primary, Number.isSafeInteger(before) && before > 0 ? before : undefined)} />);
  }),
];
