import { sql } from '~/platform/db/index.ts';
import type { PersonalData } from '~/sheets/index.ts';

export const personal: readonly PersonalData[] = [
  {
    tables: ['emergency_answers'],
    what: 'Les réponses que vous avez données à une alerte pour votre structure, et l’heure.',
    why: 'Savoir vite qui a des partenaires sur place et qui peut aider.',
    seenBy: 'La réponse de la structure : les membres connectés. Que c’était vous : vous seul.',
    kept: 'Tant que la fiche existe : la réponse est celle de la structure.',
    whenLeft: 'La réponse de la structure reste, sans lien avec vous.',
    read: (db, accountId) => db.selectFrom('emergency_answers').innerJoin('sheets', 'sheets.id', 'emergency_id').select(['title', 'partners', 'news', 'help', sql<string>`answered_at::text`.as('at')]).where('account_id', '=', accountId).execute(),
    async leave(tx, accountId) {
      await tx.updateTable('emergency_answers').set({ account_id: null }).where('account_id', '=', accountId).execute();
    },
  },
];
