import { sql } from '~/platform/db/index.ts';
import type { PersonalData } from '~/sheets/index.ts';

export const personal: readonly PersonalData[] = [
  {
    tables: ['advocacy_concerns', 'advocacy_supports'],
    what: 'Les préoccupations que vous avez exprimées et les points que vous avez soutenus, pour votre structure, et le jour.',
    why: 'Porter une voix commune, et pouvoir retirer un soutien.',
    seenBy: 'Le nom de la structure : les membres, et tout le monde quand le réseau publie le point. Que c’était vous : vous seul.',
    kept: 'Tant que la fiche existe : la parole est celle de la structure.',
    whenLeft: 'La parole de la structure reste, sans lien avec vous.',
    read: async (db, accountId) => (await sql`
      select s.title, 'préoccupation' as what, c.text, c.raised_on::text as day from advocacy_concerns c join sheets s on s.id = c.item_id where c.account_id = ${accountId}
      union all select s.title, 'soutien', null, p.since::text from advocacy_supports p join sheets s on s.id = p.item_id where p.account_id = ${accountId}`.execute(db)).rows,
    async leave(tx, accountId) {
      await tx.updateTable('advocacy_concerns').set({ account_id: null }).where('account_id', '=', accountId).execute();
      await tx.updateTable('advocacy_supports').set({ account_id: null }).where('account_id', '=', accountId).execute();
    },
  },
];
