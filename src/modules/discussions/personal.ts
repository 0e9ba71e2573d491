import { sql, type Read, type Tx } from '~/platform/db/index.ts';
import type { PersonalData } from '~/sheets/index.ts';
import { formerDays } from './rules.ts';

async function readOwn(db: Read, accountId: string): Promise<unknown> {
  const { rows: messages } = await sql`
    select d.title, d.kind, m.position, m.at, m.text from discussion_messages m join discussions d on d.id = m.discussion_id
    where m.account_id = ${accountId}::uuid and m.removed_at is null order by m.at`.execute(db);
  const { rows: followed } = await sql`select d.title from discussion_people p join discussions d on d.id = p.discussion_id where p.account_id = ${accountId}::uuid and p.following order by d.title`.execute(db);
  return messages.length + followed.length > 0 ? { messages, followed } : undefined;
}

async function leave(tx: Tx, accountId: string): Promise<void> {
  await tx.updateTable('discussion_messages').set({ account_id: null, key: null }).where('account_id', '=', accountId).execute();
  await tx.updateTable('discussions').set({ account_id: null }).where('account_id', '=', accountId).execute();
  await tx.updateTable('discussion_reports').set({ account_id: null }).where('account_id', '=', accountId).execute();
  await tx.deleteFrom('discussion_people').where('account_id', '=', accountId).execute();
}

/** Former texts, reports that were decided, files of what was taken away a month ago, digests of mails. */
async function expire(tx: Tx, now: number): Promise<number> {
  const before = (days: number) => new Date(now - days * 86_400_000).toISOString();
  const versions = await tx.deleteFrom('discussion_versions').where('until', '<', before(formerDays)).executeTakeFirst();
  const reports = await tx.deleteFrom('discussion_reports').where('handled_at', '<', before(formerDays)).executeTakeFirst();
  const mails = await tx.deleteFrom('discussion_mails').where('at', '<', before(30)).executeTakeFirst();
  const { numAffectedRows: files } = await sql`delete from files f using discussion_files k join discussion_messages m on m.id = k.message_id
    where k.file_id = f.id and m.removed_at < ${before(30)}::timestamptz`.execute(tx);
  return Number(versions.numDeletedRows + reports.numDeletedRows + mails.numDeletedRows + (files ?? 0n));
}

export const personal: readonly PersonalData[] = [
  {
    tables: ['discussions', 'discussion_messages', 'discussion_versions', 'discussion_people', 'discussion_files', 'discussion_reports', 'discussion_mails'],
    what: 'Ce que vous écrivez dans les discussions, les questions et les conversations, avec les fichiers joints ; celles que vous suivez et jusqu’où vous avez lu ; les messages que vous avez signalés.',
    why: 'Échanger entre membres, répondre par courriel, et veiller à la tenue des échanges.',
    seenBy: 'Dans un groupe : ses membres, ses invités et qui l’anime, avec votre nom. Dans une conversation privée : ses participants, avec votre nom. Dans une question entre pairs : les membres de la plateforme, avec votre fonction et votre collectivité, sans votre nom. Un message signalé est lu, seul, par qui en décide. Jamais le public.',
    kept: 'Les messages restent tant que la discussion existe ; les textes précédents d’un message modifié ou retiré, un an ; les fichiers d’un message retiré, un mois.',
    whenLeft: 'Vos messages restent, avec votre fonction et sans votre nom ; vos suivis sont effacés.',
    read: readOwn,
    leave,
    expire,
  },
];
