import type { PersonalData } from '~/sheets/index.ts';

export const personal: readonly PersonalData[] = [
  {
    tables: ['confirmations', 'freshness_reminders'],
    what: 'Les fiches que vous avez confirmées, avec votre fonction et votre structure ; le jour du dernier rappel annuel.',
    why: 'Dire de quand date une fiche et qui l’a confirmée ; ne pas écrire deux fois la même année.',
    seenBy: 'La fonction et la structure : tout le monde, sur la fiche. Le lien avec votre compte : vous seul.',
    kept: 'Tant que la fiche existe ; le jour du rappel tant que le compte est ouvert.',
    whenLeft: 'Les confirmations gardent la fonction, sans lien avec vous ; le rappel est effacé.',
    read: (db, accountId) => db.selectFrom('confirmations').innerJoin('sheets', 'sheets.id', 'sheet_id').select(['sheets.title', 'recorded_at', 'actor', 'withdrawn_at']).where('account_id', '=', accountId).orderBy('recorded_at').execute(),
    async leave(tx, accountId) {
      await tx.updateTable('confirmations').set({ account_id: null }).where('account_id', '=', accountId).execute();
      await tx.deleteFrom('freshness_reminders').where('account_id', '=', accountId).execute();
    },
  },
];
