import { get, post } from '~/platform/http/request.ts';
import type { Tx } from '~/platform/db/index.ts';
import { formatList, translator } from '~/platform/i18n/index.ts';
import { attempt, Input, isRefusal, nameBody, recordDeclaration, toFormError, writeSources, type EditRefusal, type FieldSpec, type SheetAsk } from '~/sheets/index.ts';
import { messages } from '../messages.ts';
import { paths } from '../paths.ts';
import { addNetworkRole, leaveNetworkRole } from '../role-commands.ts';
import { closeRoleFields, readRole, roleFields, toEndRefusal, toRoleRefusal } from '../role-form.ts';
import { isOver } from '../rules.ts';
import { recordStanding, type Standing } from './commands.ts';
import { findDesk, readEmpty, readSent, type Desk, type Shown } from './desk.ts';
import { EndPage } from './pages/end.tsx';
import { MembershipPage } from './pages/membership.tsx';

const fields: readonly FieldSpec[] = [...roleFields, { name: 'avec', type: 'sheets', of: ['territory'], several: true }];
const standingFields: readonly FieldSpec[] = [{ name: 'rang', type: 'radio', required: true, choices: ['main', 'thematic'], sourced: true }];

/** Sent, checked, done in one transaction: back to the page that says so, or the same page with what was typed. */
async function accept(ask: SheetAsk, asked: readonly FieldSpec[], done: { path: string; sentence: string }, draw: (shown: Shown) => Promise<Response> | Response, run: (tx: Tx, input: Input) => Promise<EditRefusal | null>) {
  const { shown, sent } = await readSent(ask, asked);
  if (!sent) return draw(shown);
  const outcome = await attempt(ask.primary, async (tx) => run(tx, new Input(sent.values, await writeSources(tx, await nameBody(tx, ask.actor), sent.sources))));
  return isRefusal(outcome) ? draw({ ...shown, errors: [toFormError(outcome, messages, ask.lang)] }) : ask.done(done.path, done.sentence);
}

const statusOf = (shown: Shown) => ({ status: shown.errors.length ? 422 : 200 });

async function draw(ask: SheetAsk, desk: Desk, role?: Shown, standing?: Shown) {
  const [first, second] = [role ?? (await readEmpty(ask, fields)), standing ?? (await readEmpty(ask, standingFields))];
  return ask.page(<MembershipPage desk={desk} role={first} standing={second} />, statusOf(role ?? second));
}

async function add(ask: SheetAsk, { network, body }: Desk, tx: Tx, input: Input): Promise<EditRefusal | null> {
  const role = readRole(input);
  if ('refused' in role) return role;
  const holders = [body.id, ...input.list('avec').filter((id) => id !== body.id)].map((authorityId) => ({ authorityId }));
  const source = input.source('fonction') ?? (await recordDeclaration(tx, ask.actor, ask.today));
  return toRoleRefusal(await addNetworkRole(tx, ask.actor, { ...role, networkId: network.id, holders, sources: [source], today: ask.today }));
}

const words = (ask: SheetAsk) => translator(messages, ask.lang);

/** The role of the address, that the authority holds now. */
const roleOf = (ask: SheetAsk, desk: Desk) => desk.roles.find((role) => role.id === ask.param('role') && !isOver(role.until, ask.today));

function drawEnd(ask: SheetAsk, desk: Desk, shown: Shown) {
  return ask.page(<EndPage desk={desk} role={roleOf(ask, desk)!} shown={shown} />, statusOf(shown));
}

function leave(ask: SheetAsk, { network, body }: Desk, desk: Desk) {
  const others = roleOf(ask, desk)!.holders.filter((holder) => holder.slug !== body.slug).map((holder) => holder.title);
  // Written into the page, which is in French.
  const heldWith = translator(messages, 'fr')('membership.heldWith', { others: formatList('fr', others) });
  return async (tx: Tx, input: Input) =>
    toEndRefusal(await leaveNetworkRole(tx, ask.actor, { networkId: network.id, roleId: ask.param('role'), authorityId: body.id, until: input.date('fin')!, today: ask.today, heldWith }));
}

export const routes = [
  get(paths.membership, { who: 'member' }, async (ask: SheetAsk) => {
    const desk = await findDesk(ask);
    return desk ? draw(ask, desk) : ask.notFound();
  }),
  post(paths.membership, { who: 'member' }, async (ask: SheetAsk) => {
    const desk = await findDesk(ask);
    if (!desk) return ask.notFound();
    const done = { path: paths.membership.href({ slug: desk.network.slug }), sentence: words(ask)('membership.done') };
    return accept(ask, fields, done, (shown) => draw(ask, desk, shown), (tx, input) => add(ask, desk, tx, input));
  }),
  post(paths.standing, { who: 'member' }, async (ask: SheetAsk) => {
    const desk = await findDesk(ask);
    if (!desk) return ask.notFound();
    const done = { path: paths.membership.href({ slug: desk.network.slug }), sentence: words(ask)('membership.rankDone') };
    return accept(ask, standingFields, done, (shown) => draw(ask, desk, undefined, shown), async (tx, input) => {
      const source = input.source('rang') ?? (await recordDeclaration(tx, ask.actor, ask.today));
      await recordStanding(tx, ask.actor, { networkId: desk.network.id, authorityId: desk.body.id, standing: input.text('rang') as Standing, source });
      return null;
    });
  }),
  get(paths.roleEnd, { who: 'member' }, async (ask: SheetAsk) => {
    const desk = await findDesk(ask);
    return desk && roleOf(ask, desk) ? drawEnd(ask, desk, await readEmpty(ask, closeRoleFields)) : ask.notFound();
  }),
  post(paths.roleEnd, { who: 'member' }, async (ask: SheetAsk) => {
    const desk = await findDesk(ask);
    if (!desk || !roleOf(ask, desk)) return ask.notFound();
    const done = { path: paths.membership.href({ slug: desk.network.slug }), sentence: words(ask)('membership.endDone') };
    return accept(ask, closeRoleFields, done, (shown) => drawEnd(ask, desk, shown), leave(ask, desk, desk));
  }),
];
