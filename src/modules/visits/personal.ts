import type { PersonalData } from '~/sheets/index.ts';

export const personal: readonly PersonalData[] = [
  {
    tables: ['visit_joins'],
    what: 'Le compte qui a demandé, pour sa collectivité ou son organisme, à se joindre à un déplacement, et la réponse.',
    why: 'Que la réponse revienne à qui a demandé.',
    seenBy: 'Les personnes des deux collectivités ou organismes.',
    kept: 'Tant que le déplacement a sa fiche.',
    read: (db, accountId) => db.selectFrom('visit_joins').innerJoin('sheets', 'sheets.id', 'visit_id').select(['sheets.title', 'visit_joins.state', 'asked_at']).where('account_id', '=', accountId).execute().then((rows) => (rows.length ? rows : undefined)),
    leave: async (tx, accountId) => void (await tx.updateTable('visit_joins').set({ account_id: null }).where('account_id', '=', accountId).execute()),
    whenLeft: 'Votre compte en est détaché ; la demande reste celle de votre collectivité ou organisme.',
  },
];
