import { createAccount, enter, findAccountByMail, parseMail } from '~/modules/accounts/index.ts';
import { isId } from '~/platform/db/index.ts';
import type { Actor } from '~/platform/events/index.ts';
import type { Form } from '~/platform/http/form.ts';
import { get, post } from '~/platform/http/request.ts';
import { translator } from '~/platform/i18n/index.ts';
import { commonPaths, type SheetAsk } from '~/sheets/index.ts';
import { withRoom, type Here } from '../entry.ts';
import { messages } from '../messages.ts';
import { paths } from '../paths.ts';
import { parseLastDay } from '../rules.ts';
import { findInvited, type OpenInvitation } from './invited.ts';
import { acceptInvitation, declineInvitation, inviteBodies, inviteByMail, withdrawInvitation } from './invitations.ts';
import { AnswerPage, OverPage, type AnswerFault } from './pages/answer.tsx';
import { InvitePage, type InviteTyped } from './pages/invite.tsx';
import { listInvitableBodies, listInvited } from './queries.ts';

const noneTyped: InviteTyped = { mail: '', standing: 'guest', until: '', word: '' };

async function draw(ask: SheetAsk, { group }: Here, typed = noneTyped, errors: readonly { name: string; key: string }[] = []) {
  const [invited, bodies] = await Promise.all([listInvited(ask.primary, group.id), listInvitableBodies(ask.primary, group.id, group.hostId)]);
  return ask.page(<InvitePage {...{ group, invited, bodies, typed }} errors={errors as never} />, { status: errors.length ? 422 : 200 });
}

function readInvite(form: Form): InviteTyped {
  return { mail: form.text('courriel').slice(0, 254), standing: form.text('qualite') === 'membre' ? 'member' : 'guest', until: form.text('jusqu'), word: form.text('mot').slice(0, 1000) };
}

const invite = withRoom('lead', async (ask, here) => {
  const typed = readInvite(await ask.form());
  const mail = parseMail(typed.mail);
  const day = typed.standing === 'guest' ? parseLastDay(typed.until, ask.today) : { until: null };
  const errors = [...(mail ? [] : [{ name: 'courriel', key: 'error.mail' }]), ...('fault' in day ? [{ name: 'jusqu', key: `error.${day.fault}` }] : [])];
  if (!mail || 'fault' in day) return draw(ask, here, typed, errors);
  const refused = await ask.primary.transaction().execute((tx) =>
    inviteByMail(tx, ask.actor, here.group, { mail, standing: typed.standing, until: day.until, word: typed.word || null, lang: ask.lang }, ask));
  if (refused) return draw(ask, here, typed, [{ name: 'courriel', key: `error.${refused.refused}` }]);
  return ask.done(paths.invitations.href({ slug: here.group.slug }), translator(messages, ask.lang)('done.invited'));
});

const inviteAll = withRoom('lead', async (ask, here) => {
  const ids = (await ask.form()).list('collectivites').filter(isId);
  const n = ids.length ? await ask.primary.transaction().execute((tx) => inviteBodies(tx, ask.actor, here.group, ids, ask.now)) : 0;
  if (n === 0) return draw(ask, here, noneTyped, [{ name: 'collectivites', key: 'error.bodies' }]);
  return ask.done(paths.invitations.href({ slug: here.group.slug }), translator(messages, ask.lang)('done.invitedAll', { n }));
});

const withdraw = withRoom('lead', async (ask, { group }) => {
  const id = ask.param('id');
  const done = isId(id) && (await ask.primary.transaction().execute((tx) => withdrawInvitation(tx, ask.actor, group.id, id)));
  return done ? ask.done(paths.invitations.href({ slug: group.slug }), translator(messages, ask.lang)('done.withdrawn')) : ask.notFound();
});

type Answer = (ask: SheetAsk, invitation: OpenInvitation, form: Form | null) => Promise<Response>;

/** For whoever holds the mail's link, or is signed in with the account or the address that was invited. */
function withInvitation(handle: Answer, isPost = false) {
  return async (ask: SheetAsk): Promise<Response> => {
    const form = isPost ? await ask.form() : null;
    const found = await findInvited(ask.primary, ask.reader, ask.param('id'), form?.text('jeton') || ask.query('jeton'), ask.now);
    if (!found) return ask.notFound();
    return found.over ? ask.page(<OverPage />, { status: 410 }) : handle(ask, found, form);
  };
}

const show: Answer = async (ask, invitation) => ask.page(<AnswerPage {...{ invitation }} known={ask.reader.account !== undefined || (await isKnown(ask, invitation))} />);

const isKnown = async (ask: SheetAsk, { mail }: OpenInvitation) => mail !== null && (await findAccountByMail(ask.primary, mail)) !== undefined;

/** Whoever opened an account here is named by the function that they gave. */
const guestOf = (title: string): Actor => ({ name: title, role: 'expert' });

const accept: Answer = async (ask, invitation, form) => {
  const t = translator(messages, ask.lang);
  const back = paths.show.href({ slug: invitation.slug });
  const again = (faults: AnswerFault[], known = true) => ask.page(<AnswerPage {...{ invitation, faults, known }} typed={form!} />, { status: 422 });
  const { account } = ask.reader;
  if (account) {
    const body = invitation.standing === 'guest' ? null : (invitation.bodies.find(({ id }) => id === form!.text('pour')) ?? (invitation.bodies.length === 1 ? invitation.bodies[0] : undefined));
    if (body === undefined) return again(['pour']);
    const done = await ask.primary.transaction().execute((tx) => acceptInvitation(tx, ask.actor, invitation.id, account.id, body?.id ?? null));
    return done ? ask.done(back, t('done.joined', { group: invitation.group })) : ask.page(<OverPage />, { status: 410 });
  }
  // A member comes for an authority: they sign in first, and say for which.
  if (invitation.standing === 'member' || !invitation.mail) return ask.notFound();
  const holder = await findAccountByMail(ask.primary, invitation.mail);
  const [name, title] = [form!.text('nom').slice(0, 120), form!.text('fonction').slice(0, 200)];
  const faults: AnswerFault[] = holder ? [] : [...(name ? [] : ['nom' as const]), ...(title ? [] : ['fonction' as const])];
  if (faults.length) return again(faults, false);
  const accountId = await ask.primary.transaction().execute(async (tx) => {
    const id = holder?.id ?? (await createAccount(tx, { mail: invitation.mail!, name, title, lang: ask.lang }));
    return (await acceptInvitation(tx, guestOf(holder?.title ?? title), invitation.id, id, null)) ? id : null;
  });
  if (!accountId) return ask.page(<OverPage />, { status: 410 });
  // A link of sixty days opens no session on an account that has its own ways of signing in.
  if (holder) return ask.done(commonPaths.signIn.href({}, { suite: ask.to(back) }), t('done.joinedKnown', { group: invitation.group }));
  return enter(ask, { accountId, next: ask.to(back), isNew: false });
};

const decline: Answer = async (ask, invitation) => {
  const actor = ask.reader.account ? ask.actor : guestOf(translator(messages, 'fr')('actor.invited'));
  await ask.primary.transaction().execute((tx) => declineInvitation(tx, actor, invitation.id));
  return ask.done(ask.reader.account ? commonPaths.space.href({}) : '/', translator(messages, ask.lang)('done.refused'));
};

export const invitationRoutes = [
  get(paths.invitations, { who: 'account' }, withRoom('lead', (ask, here) => draw(ask, here))),
  post(paths.invitations, { who: 'account' }, invite),
  post(paths.inviteBodies, { who: 'account' }, inviteAll),
  post(paths.withdrawInvitation, { who: 'account' }, withdraw),
  get(paths.invitation, { who: 'everyone', cached: false }, withInvitation(show)),
  post(paths.invitation, { who: 'everyone' }, withInvitation(accept, true)),
  post(paths.decline, { who: 'everyone' }, withInvitation(decline, true)),
];
