import { newId, sql, type Tx } from '~/platform/db/index.ts';
import type { Actor } from '~/platform/events/index.ts';
import { signLinks } from '~/modules/accounts/index.ts';
import { formatPartialDate, localizePath, translator } from '~/platform/i18n/index.ts';
import { queueMails } from '~/platform/mail/queue.ts';
import { countryName } from '~/reference/index.ts';
import { createSheet, findFreeSlug, listMemberAccounts, listMemberBodies, recordChange, toDate, type MemberAccount, type SheetRef } from '~/sheets/index.ts';
import type { PartialDate } from '~/platform/dates/partial.ts';
import { messages } from './messages.ts';
import { paths } from './paths.ts';
import { findGiven } from './queries.ts';
import { applyAnswer, hoursBetween, linkDays, linkPurpose, type Question } from './rules.ts';

export interface EmergencyInput {
  title: string;
  what: string;
  country: string;
  since: PartialDate;
  sourceNote: string | null;
  sourceUrl: string | null;
  ownerId: string | null;
}

/** Members see it at once; nobody is written to until an animator calls. Invariant 16: it touches no partnership. */
export async function createEmergency(tx: Tx, actor: Actor, input: EmergencyInput): Promise<SheetRef> {
  const sheet = await createSheet(tx, actor, {
    kind: 'emergency', slug: await findFreeSlug(tx, 'emergency', input.title), title: input.title, summary: input.what, ownerId: input.ownerId, visibility: 'members',
    state: { state: 'alert', at: input.since }, start: input.since, startMeaning: 'crisis', countries: [input.country],
  });
  await tx.insertInto('emergencies').values({ sheet_id: sheet.id, source_note: input.sourceNote, source_url: input.sourceUrl }).execute();
  return sheet;
}

interface Caller {
  network: { id: string; title: string };
  origin: string;
  instanceName: string;
  /** Milliseconds. */
  now: number;
}

/**
 * Writes to all who speak for the network's members; called again, only to those whose body has not answered. The answer
 * tells how many; `soon`: this network called a moment ago.
 */
export async function inviteAnswers(tx: Tx, actor: Actor, emergencyId: string, caller: Caller): Promise<{ people: number; bodies: number } | { refused: 'soon' | 'nobody' }> {
  const sheet = await tx.selectFrom('sheets').select(['title', 'summary', 'countries', 'start_date', 'start_precision']).where('id', '=', emergencyId).forUpdate().executeTakeFirstOrThrow();
  const at = new Date(caller.now).toISOString();
  const recent = await tx.selectFrom('emergency_calls').select('id').where('emergency_id', '=', emergencyId).where('network_id', '=', caller.network.id).where('sent_at', '>', sql<string>`${at}::timestamptz - make_interval(hours => ${hoursBetween})`).executeTakeFirst();
  if (recent) return { refused: 'soon' };
  const [accounts, answered, members] = await Promise.all([
    listMemberAccounts(tx, caller.network.id),
    tx.selectFrom('emergency_answers').select('body_id').where('emergency_id', '=', emergencyId).execute(),
    listMemberBodies(tx, caller.network.id),
  ]);
  const done = new Set(answered.map((row) => row.body_id));
  const bodies = new Map(members.map((body) => [body.id, body.title]));
  const asked = accounts.filter(({ bodyId }) => bodyId !== null && bodies.has(bodyId) && !done.has(bodyId));
  if (asked.length === 0) return { refused: 'nobody' };
  const tokens = await signLinks(tx, linkPurpose, asked.map(({ id, bodyId }) => ({ emergency: emergencyId, account: id, body: bodyId! })), caller.now + linkDays * 86_400_000);
  const about = { title: sheet.title, what: sheet.summary ?? '', country: sheet.countries[0] ?? '', since: toDate(sheet.start_date, sheet.start_precision) };
  await queueMails(tx, asked.map((one, index) => buildCall(one, bodies.get(one.bodyId!)!, tokens[index]!, about, caller)));
  const counts = { people: new Set(asked.map(({ id }) => id)).size, bodies: new Set(asked.map(({ bodyId }) => bodyId)).size };
  await tx.insertInto('emergency_calls').values({ id: newId(), emergency_id: emergencyId, network_id: caller.network.id, sent_at: at, author: actor.name, ...counts }).execute();
  await recordChange(tx, actor, emergencyId, 'called');
  return counts;
}

interface About {
  title: string;
  what: string;
  country: string;
  since: PartialDate | null;
}

function buildCall({ id, mail, lang }: MemberAccount, body: string, token: string, about: About, { network, origin, instanceName }: Caller) {
  const t = translator(messages, lang);
  const link = origin + localizePath(lang, paths.link.href({ token }));
  const since = about.since ? formatPartialDate(lang, about.since) : '';
  return {
    to: mail, accountId: id, kind: 'emergency', subject: t('mail.subject', { title: about.title }),
    text: t('mail.text', { network: network.title, title: about.title, what: about.what, country: countryName(about.country, lang), since, body, link, days: linkDays, instance: instanceName }),
  };
}

/** One answer of a body, the latest counts. False when it is no answer to that question. */
export async function recordAnswer(tx: Tx, actor: Actor & { onBehalfOf: string }, emergencyId: string, question: Question, value: string): Promise<boolean> {
  const { state } = await tx.selectFrom('sheets').select('state').where('id', '=', emergencyId).forUpdate().executeTakeFirstOrThrow();
  const given = applyAnswer((await findGiven(tx, emergencyId, actor.onBehalfOf)) ?? { partners: null, news: null, help: null }, question, value);
  if (!given || state !== 'alert') return false;
  const row = { ...given, account_id: actor.accountId ?? null, author: actor.name, answered_at: sql<string>`now()` };
  await tx.insertInto('emergency_answers').values({ emergency_id: emergencyId, body_id: actor.onBehalfOf, ...row }).onConflict((oc) => oc.columns(['emergency_id', 'body_id']).doUpdateSet(row)).execute();
  await recordChange(tx, actor, emergencyId, 'answered');
  return true;
}
