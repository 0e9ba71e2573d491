import { newId, type Tx } from '~/platform/db/index.ts';
import { instance, recordEvent, type Actor, type Changes } from '~/platform/events/index.ts';
import { earliestDay, latestDay, type PartialDate } from '~/platform/dates/partial.ts';
import { addSources, recordChange, refreshSheet, toDate, updateLinks, type Source } from '~/sheets/index.ts';
import { clashes, isMembership, isOver, isSameTerm, type Role, type Term } from './rules.ts';

export interface RoleInput {
  networkId: string;
  role: Role;
  scope?: string | null;
  since?: PartialDate | null;
  until?: PartialDate | null;
  hostingPlace?: string | null;
  note?: string | null;
  /** Together, the first one first. A label stands for an authority that the document does not name. */
  holders: ({ authorityId: string } | { label: string })[];
  sources: Source[];
  /** ISO day: a role that is over makes nobody a member today. Absent: what is told has not ended. */
  today?: string;
}

export type RoleRefusal = { refused: 'presidency-held' | 'role-held' | 'dates-order' };

/** Refused when somebody else presides the same thing at the same time, or when it is there already. */
export async function addNetworkRole(tx: Tx, actor: Actor, input: RoleInput): Promise<{ id: string } | RoleRefusal> {
  if (!input.holders.length) throw new RangeError('A role has a holder');
  if (!input.sources.length) throw new RangeError('A role needs a source');
  const term = { role: input.role, scope: input.scope ?? null, since: input.since ?? null, until: input.until ?? null, holders: input.holders.map(keyOf) };
  if (isReversed(term)) return { refused: 'dates-order' };
  // The network is locked, so that two first presidencies do not pass each other.
  await tx.selectFrom('networks').select('sheet_id').where('sheet_id', '=', input.networkId).forUpdate().executeTakeFirstOrThrow();
  const held = await listTerms(tx, input.networkId);
  if (held.some((one) => isSameTerm(term, one))) return { refused: 'role-held' };
  if (held.some((one) => clashes(term, one))) return { refused: 'presidency-held' };
  const id = newId();
  await tx
    .insertInto('network_roles')
    .values({
      id, network_id: input.networkId, role: input.role, scope: term.scope,
      since: term.since?.value ?? null, since_precision: term.since?.precision ?? null,
      until: term.until?.value ?? null, until_precision: term.until?.precision ?? null,
      hosting_place: input.hostingPlace ?? null, note: input.note ?? null, position: held.length,
    })
    .execute();
  await addHolders(tx, id, input.holders);
  await addSources(tx, input.networkId, input.sources, { field: roleField(id) });
  await updateMembers(tx, input.networkId, input.today ?? '');
  await record(tx, actor, input.networkId, 'role', { fonction: [null, input.role], ...(term.scope ? { portee: [null, term.scope] } : {}) });
  return { id };
}

/** It stays, as past. */
export async function closeNetworkRole(tx: Tx, actor: Actor, input: { networkId: string; roleId: string; until: PartialDate; today: string }): Promise<'closed' | { refused: 'unknown' | 'dates-order' }> {
  const row = await tx.selectFrom('network_roles').selectAll().where('id', '=', input.roleId).where('network_id', '=', input.networkId).forUpdate().executeTakeFirst();
  if (!row) return { refused: 'unknown' };
  if (isReversed({ since: toDate(row.since, row.since_precision), until: input.until })) return { refused: 'dates-order' };
  await tx.updateTable('network_roles').set({ until: input.until.value, until_precision: input.until.precision }).where('id', '=', row.id).execute();
  await updateMembers(tx, input.networkId, input.today);
  await record(tx, actor, input.networkId, 'role-ended', { fonction: [null, row.role], fin: [row.until, input.until.value] });
  return 'closed';
}

/** One of several who hold it leaves: the others keep the role, and it is among the past ones of whoever left. */
export async function leaveNetworkRole(tx: Tx, actor: Actor, input: { networkId: string; roleId: string; authorityId: string; until: PartialDate; today: string; heldWith: string }): Promise<'closed' | { refused: 'unknown' | 'dates-order' }> {
  const row = await tx.selectFrom('network_roles').selectAll().where('id', '=', input.roleId).where('network_id', '=', input.networkId).forUpdate().executeTakeFirst();
  const holders = await tx.selectFrom('network_role_holders').select('authority_id').where('role_id', '=', input.roleId).execute();
  if (!row || !holders.some((one) => one.authority_id === input.authorityId)) return { refused: 'unknown' };
  if (holders.length === 1) return closeNetworkRole(tx, actor, input);
  if (isReversed({ since: toDate(row.since, row.since_precision), until: input.until })) return { refused: 'dates-order' };
  const id = newId();
  await tx.insertInto('network_roles').values({ ...row, id, until: input.until.value, until_precision: input.until.precision, note: [row.note, input.heldWith].filter(Boolean).join(' ') }).execute();
  await tx.deleteFrom('network_role_holders').where('role_id', '=', row.id).where('authority_id', '=', input.authorityId).execute();
  await addHolders(tx, id, [{ authorityId: input.authorityId }]);
  await copySources(tx, row.id, id);
  await updateMembers(tx, input.networkId, input.today);
  await record(tx, actor, input.networkId, 'role-ended', { fonction: [null, row.role], fin: [null, input.until.value] });
  return 'closed';
}

async function copySources(tx: Tx, from: string, to: string): Promise<void> {
  const rows = await tx.selectFrom('sheet_sources').selectAll().where('field', '=', roleField(from)).execute();
  if (rows.length) await tx.insertInto('sheet_sources').values(rows.map((row) => ({ ...row, id: newId(), field: roleField(to) }))).execute();
}

/** Sources of a role hang on the network's sheet under this field. */
export function roleField(roleId: string): string {
  return `role.${roleId}`;
}

function isReversed({ since, until }: Pick<Term, 'since' | 'until'>): boolean {
  return since !== null && until !== null && latestDay(until) < earliestDay(since);
}

const keyOf = (holder: RoleInput['holders'][number]) => ('authorityId' in holder ? holder.authorityId : holder.label);

async function listTerms(tx: Tx, networkId: string): Promise<(Term & { holders: string[] })[]> {
  const rows = await tx
    .selectFrom('network_roles')
    .innerJoin('network_role_holders', 'role_id', 'network_roles.id')
    .select(['network_roles.id', 'role', 'scope', 'since', 'since_precision', 'until', 'until_precision', 'authority_id', 'label'])
    .where('network_id', '=', networkId)
    .execute();
  return [...Map.groupBy(rows, (row) => row.id).values()].map((group) => ({
    role: group[0]!.role as Role, scope: group[0]!.scope,
    since: toDate(group[0]!.since, group[0]!.since_precision), until: toDate(group[0]!.until, group[0]!.until_precision),
    holders: group.map((row) => (row.authority_id ?? row.label)!),
  }));
}

async function addHolders(tx: Tx, roleId: string, holders: RoleInput['holders']): Promise<void> {
  const rows = holders.map((holder, position) => ({
    role_id: roleId, position,
    authority_id: 'authorityId' in holder ? holder.authorityId : null,
    label: 'label' in holder ? holder.label : null,
  }));
  await tx.insertInto('network_role_holders').values(rows).execute();
}

/** Who is a member now, who wishes to be, and who was: the links of the network's sheet. */
async function updateMembers(tx: Tx, networkId: string, today: string): Promise<void> {
  const terms = await listTerms(tx, networkId);
  const known = new Set((await tx.selectFrom('network_role_holders').innerJoin('network_roles', 'network_roles.id', 'role_id').select('authority_id').where('network_id', '=', networkId).execute()).map((row) => row.authority_id));
  const holding = (kept: (term: Term) => boolean) => [...new Set(terms.filter(kept).flatMap((term) => term.holders))].filter((id) => known.has(id));
  const members = holding((term) => isMembership(term.role) && !isOver(term.until, today));
  const wishing = holding((term) => !isMembership(term.role) && !isOver(term.until, today)).filter((id) => !members.includes(id));
  const past = holding((term) => isMembership(term.role)).filter((id) => !members.includes(id));
  await updateLinks(tx, networkId, 'member', members);
  await updateLinks(tx, networkId, 'wished', wishing);
  await updateLinks(tx, networkId, 'past-member', past);
  await refreshSheet(tx, networkId);
}

/** The demonstration world begins at its first version. */
async function record(tx: Tx, actor: Actor, networkId: string, what: string, changes: Changes): Promise<void> {
  if (actor === instance) await recordEvent(tx, { name: `network.${what}`, sheetId: networkId, actor, changes });
  else await recordChange(tx, actor, networkId, what, changes);
}
