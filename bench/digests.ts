import { pino } from 'pino';
import { newId, sql, type Db } from '~/platform/db/index.ts';
import { recordEvent } from '~/platform/events/index.ts';
import { queueMail } from '~/platform/mail/queue.ts';
import type { CommittedEvent, WorkContext } from '~/platform/jobs/index.ts';
import { readSettings } from '~/platform/settings.ts';
import { signLink } from '~/modules/accounts/index.ts';
import { sendDigests } from '~/modules/notifications/digests.ts';
import { fanOut } from '~/modules/notifications/fan-out.ts';
import { modules } from '~/modules.ts';
import { registerKinds } from '~/sheets/index.ts';
import { printRow, printTitle } from './report.ts';

const followers = 10_000;
const sample = 500;

/** One event told to ten thousand followers, then their weekly mail; beside it, the same follower by follower. */
export async function measureDigests(db: Db): Promise<void> {
  registerKinds(modules.flatMap((module) => module.kinds ?? []));
  printTitle(`Suivre : ${followers.toLocaleString('fr-FR')} abonnés d’une fiche`);
  const context: WorkContext = { db, log: pino({ level: 'silent' }), settings: readSettings({}), origin: 'http://jumelles.test', now: () => Date.now(), enqueue: async () => {} };
  const { id: sheetId } = await db.selectFrom('sheets').select('id').where('slug', '=', 'bordeaux-lima').executeTakeFirstOrThrow();
  await sql`insert into accounts (id, mail, name) select gen_random_uuid(), 'mesure-' || n || '@mesure.invalid', 'Mesure ' || n from generate_series(1, ${followers}::integer) n`.execute(db);
  await sql`insert into follows (id, account_id, sheet_id) select gen_random_uuid(), id, ${sheetId}::uuid from accounts where mail like '%@mesure.invalid'`.execute(db);
  await sql`analyze follows, accounts`.execute(db);
  await db.transaction().execute((tx) => recordEvent(tx, { name: 'partnership.updated', sheetId, actor: { name: 'Mesure' }, changes: { debut: ['1956', '1957'] } }));
  const event = (await db.selectFrom('events').select(['id', 'name', 'sheet_id as sheetId', 'actor', 'account_id as accountId']).orderBy('position', 'desc').limit(1).executeTakeFirstOrThrow()) as CommittedEvent;
  const told = await time(() => db.transaction().execute((tx) => fanOut(tx, event, context)));
  const sent = await time(() => sendDigests(context, 'weekly', new Date(Date.now() + 60_000).toISOString(), 'w-mesure'));
  const { n } = await db.selectFrom('mails').select((eb) => eb.fn.countAll<number>().as('n')).where('kind', '=', 'digest').where('recipient', 'like', '%@mesure.invalid').executeTakeFirstOrThrow();
  if (n !== followers) throw new Error(`${n} mails for ${followers} followers`);
  const alone = (await time(() => oneByOne(db, event.id))) * (followers / sample);
  printRow('l’événement est dit à tous', `${told.toFixed(0)} ms`);
  printRow('les résumés sont écrits', `${(sent / 1000).toFixed(2)} s, ${Math.round(followers / (sent / 1000))} par seconde`);
  printRow(`abonné par abonné, d’après ${sample}`, `${(alone / 1000).toFixed(1)} s, ${(alone / (told + sent)).toFixed(1)} fois plus`, alone / (told + sent) >= 3, '3 fois');
}

async function time(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await work();
  return performance.now() - started;
}

/** The queries that a loop would make for each: may they see it, note it, read it, sign, write the mail. */
async function oneByOne(db: Db, eventId: string): Promise<void> {
  const people = await db.selectFrom('accounts').select(['id', 'mail']).where('mail', 'like', '%@mesure.invalid').limit(sample).execute();
  for (const { id, mail } of people) {
    await db.transaction().execute(async (tx) => {
      await tx.selectFrom('mandates').select('id').where('account_id', '=', id).execute();
      await tx.insertInto('digests').values({ account_id: id, period: `mesure-${newId()}` }).execute();
      const { rows } = await sql<{ title: string }>`update notifications n set mailed_at = now() from sheets s where s.id = n.sheet_id and n.account_id = ${id}::uuid and n.event_id = ${eventId}::uuid returning s.title`.execute(tx);
      const token = await signLink(tx, 'unsubscribe', { account: id, of: 'digest' }, null);
      await queueMail(tx, { to: mail, accountId: id, kind: 'mesure', subject: rows[0]!.title, text: `${rows[0]!.title}\n${token}`, html: `<p>${token}</p>` });
    });
  }
}
