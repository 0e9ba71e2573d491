import type { PersonalData } from '~/sheets/index.ts';

const months = 24;

export const personal: readonly PersonalData[] = [
  {
    tables: ['listings', 'listing_answers'],
    what: 'Qui a écrit une annonce de la bourse, avec son compte ; qui y a répondu, avec sa fonction, sa structure et ce qu’il a écrit.',
    why: 'Faire parvenir les réponses à la bonne personne et ouvrir la conversation.',
    seenBy: 'La réponse, avec la fonction et la structure : les personnes qui agissent pour l’annonceur. La conversation : ceux qui y sont.',
    kept: 'Les réponses, deux ans après la fin de l’annonce ; le lien avec le compte de l’annonceur, tant que l’annonce existe.',
    whenLeft: 'L’annonce et les réponses gardent la structure et la fonction, sans lien avec vous.',
    read: async (db, accountId) => ({
      annonces: await db.selectFrom('listings').innerJoin('sheets', 'sheets.id', 'sheet_id').select(['sheets.title', 'expires_on']).where('account_id', '=', accountId).orderBy('expires_on').execute(),
      réponses: await db.selectFrom('listing_answers').innerJoin('sheets', 'sheets.id', 'listing_id').select(['sheets.title', 'message', 'answered_at']).where('account_id', '=', accountId).orderBy('answered_at').execute(),
    }),
    async leave(tx, accountId) {
      await tx.updateTable('listings').set({ account_id: null }).where('account_id', '=', accountId).execute();
      await tx.updateTable('listing_answers').set({ account_id: null }).where('account_id', '=', accountId).execute();
    },
    async expire(tx, now) {
      const before = Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO('Europe/Paris').toPlainDate().subtract({ months }).toString();
      const { numDeletedRows } = await tx.deleteFrom('listing_answers').where('listing_id', 'in', (eb) => eb.selectFrom('listings').select('sheet_id').where('expires_on', '<', before)).executeTakeFirst();
      return Number(numDeletedRows);
    },
  },
  {
    tables: ['incoming_requests'],
    what: 'Les demandes qu’une collectivité reçoit : quelle structure demande, quoi, quand, et ce qui a été décidé. Le formulaire demande de n’y nommer personne.',
    why: 'Répondre à chacun, et pouvoir dire pourquoi.',
    seenBy: 'Les agents et les élus de cette collectivité.',
    kept: 'Deux ans après la décision.',
    whenLeft: 'Rien ne change : aucune ne porte votre nom.',
    async expire(tx, now) {
      const before = Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO('Europe/Paris').toPlainDate().subtract({ months }).toString();
      const { numDeletedRows } = await tx.deleteFrom('incoming_requests').where('decided_on', '<', before).executeTakeFirst();
      return Number(numDeletedRows);
    },
  },
];
