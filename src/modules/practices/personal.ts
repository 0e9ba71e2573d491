import type { PersonalData } from '~/sheets/index.ts';

export const personal: readonly PersonalData[] = [
  {
    tables: ['practices'],
    what: 'Votre fonction et votre adresse, sur les fiches pratiques où vous avez accepté d’être joignable, et le jour de votre accord.',
    why: 'Qu’une autre collectivité puisse vous demander comment vous avez fait.',
    seenBy: 'Les membres connectés, jamais le public.',
    kept: 'Tant que vous ne retirez pas votre accord.',
    whenLeft: 'Le contact est retiré de toutes les fiches.',
    read: (db, accountId) => db.selectFrom('practices').innerJoin('sheets', 'sheets.id', 'sheet_id').select(['title', 'contact_function', 'contact_mail', 'contact_agreed_on']).where('contact_by', '=', accountId).execute(),
    async leave(tx, accountId) {
      await tx.updateTable('practices').set({ contact_function: null, contact_mail: null, contact_by: null, contact_agreed_on: null }).where('contact_by', '=', accountId).execute();
    },
  },
];
