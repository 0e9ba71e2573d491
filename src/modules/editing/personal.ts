import type { PersonalData } from '~/sheets/index.ts';
import { draftDays, removeOldDrafts } from './drafts/commands.ts';

export const personal: readonly PersonalData[] = [
  {
    tables: ['drafts'],
    what: 'Les formulaires commencés et pas encore envoyés.',
    why: 'Pour reprendre plus tard, sur un autre appareil, sans rien perdre.',
    seenBy: 'La personne seule.',
    kept: `${draftDays} jours, ou jusqu’à l’envoi.`,
    read: async (db, accountId) => db.selectFrom('drafts').select(['form', 'field_values', 'updated_at']).where('account_id', '=', accountId).orderBy('updated_at').execute(),
    leave: async (tx, accountId) => void (await tx.deleteFrom('drafts').where('account_id', '=', accountId).execute()),
    whenLeft: 'Effacés.',
    expire: removeOldDrafts,
  },
  {
    tables: ['proposals'],
    what: 'Les changements proposés sur des fiches, sous la fonction de la personne, avec le mot qu’elle a joint.',
    why: 'Pour que la collectivité qui tient la fiche décide et réponde.',
    seenBy: 'La personne, et celles qui décident.',
    kept: 'Aussi longtemps que la fiche.',
    read: async (db, accountId) => db.selectFrom('proposals').select(['act', 'field_values', 'comment', 'created_at', 'state', 'answer', 'decided_at']).where('account_id', '=', accountId).orderBy('created_at').execute(),
    leave: async (tx, accountId) => {
      await tx.updateTable('proposals').set({ state: 'withdrawn' }).where('account_id', '=', accountId).where('state', '=', 'pending').execute();
      await tx.updateTable('proposals').set({ account_id: null, comment: null }).where('account_id', '=', accountId).execute();
    },
    whenLeft: 'Le mot joint est effacé, ce qui attendait est retiré\u00a0; ce qui a été décidé reste sous la seule fonction.',
  },
];
