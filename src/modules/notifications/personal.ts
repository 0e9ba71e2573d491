import { sql } from '~/platform/db/index.ts';
import type { PersonalData } from '~/sheets/index.ts';
import { newsDays } from './rules.ts';

const tables = ['follows', 'notifications', 'mail_choices', 'digests'] as const;

export const personal: readonly PersonalData[] = [
  {
    tables,
    what: 'Ce que vous suivez, les nouvelles qui vous en ont été données, le rythme de vos courriels et les jours où ils sont partis.',
    why: 'Vous dire ce qui change dans ce que vous suivez, une seule fois et au rythme choisi.',
    seenBy: 'Vous seul : personne ne sait qui suit quoi.',
    kept: 'Ce que vous suivez et le rythme, tant que le compte est ouvert ; les nouvelles et les dates d’envoi, 400 jours.',
    whenLeft: 'Tout est effacé.',
    async read(db, accountId) {
      const { rows: follows } = await sql`select s.title, f.country, f.function, f.created_at from follows f left join sheets s on s.id = f.sheet_id where f.account_id = ${accountId}::uuid order by f.created_at`.execute(db);
      const { rows: news } = await sql`select s.title, e.name, n.at, n.read_at from notifications n join events e on e.id = n.event_id join sheets s on s.id = n.sheet_id where n.account_id = ${accountId}::uuid order by n.at`.execute(db);
      const choices = await db.selectFrom('mail_choices').select(['rhythm', 'reminders']).where('account_id', '=', accountId).executeTakeFirst();
      return { follows, news, choices };
    },
    async leave(tx, accountId) {
      for (const table of tables) await tx.deleteFrom(table).where('account_id', '=', accountId).execute();
    },
    async expire(tx, now) {
      const before = new Date(now - newsDays * 86_400_000).toISOString();
      const news = await tx.deleteFrom('notifications').where('at', '<', before).executeTakeFirst();
      const digests = await tx.deleteFrom('digests').where('created_at', '<', before).executeTakeFirst();
      return Number(news.numDeletedRows + digests.numDeletedRows);
    },
  },
];
