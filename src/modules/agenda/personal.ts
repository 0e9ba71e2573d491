import type { PersonalData } from '~/sheets/index.ts';

export const personal: readonly PersonalData[] = [
  {
    tables: ['agenda_feeds'],
    what: 'Les adresses secrètes de votre agenda : la question que suit chacune, le jour où elle a été créée et le dernier jour où elle a été lue. L’adresse elle-même n’est pas gardée, seulement de quoi la reconnaître.',
    why: 'Que votre agenda habituel montre ce que vous avez le droit de voir, sans vous connecter.',
    seenBy: 'Vous seulement.',
    kept: 'Jusqu’à ce que vous l’annuliez.',
    read: (db, accountId) => db.selectFrom('agenda_feeds').select(['question', 'created_at', 'read_on']).where('account_id', '=', accountId).execute().then((rows) => (rows.length ? rows : undefined)),
    leave: async (tx, accountId) => void (await tx.deleteFrom('agenda_feeds').where('account_id', '=', accountId).execute()),
    whenLeft: 'Effacées : plus aucune de ces adresses ne répond.',
  },
];
