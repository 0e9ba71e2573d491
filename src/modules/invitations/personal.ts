import { sql } from '~/platform/db/index.ts';
import type { PersonalData } from '~/sheets/index.ts';

export const personal: readonly PersonalData[] = [
  {
    tables: ['invitations'],
    what: 'L’adresse et la fonction d’une personne à l’étranger, invitée à relire une fiche partagée.',
    why: 'Lui écrire une fois, et savoir au nom de quelle fonction elle répond.',
    seenBy: 'Les collectivités qui tiennent la fiche.',
    kept: 'L’adresse\u00a0: jusqu’à l’ouverture d’un compte, au retrait de l’invitation, ou soixante jours. Le reste\u00a0: un an.',
    read: (db, accountId) => db.selectFrom('invitations').select(['function', 'invited_at', 'confirmed_at', 'accepted_at', 'revoked_at']).where('account_id', '=', accountId).orderBy('invited_at').execute(),
    async leave(tx, accountId) {
      await tx.updateTable('invitations').set({ account_id: null }).where('account_id', '=', accountId).execute();
    },
    whenLeft: 'Les invitations que vous avez envoyées ne sont plus liées à vous\u00a0; votre fonction reste.',
    async expire(tx, now) {
      const at = Temporal.Instant.fromEpochMilliseconds(now).toString();
      const forgotten = await sql`update invitations set mail = null where mail is not null and expires_at <= ${at}::timestamptz`.execute(tx);
      const gone = await sql`delete from invitations where expires_at <= ${at}::timestamptz - interval '1 year'`.execute(tx);
      return Number(forgotten.numAffectedRows ?? 0) + Number(gone.numAffectedRows ?? 0);
    },
  },
  {
    tables: ['sheet_confirmations'],
    what: 'Qu’un territoire a confirmé une fiche partagée, quand, et par quelle fonction.',
    why: 'Montrer que les deux côtés s’accordent sur ce qui est écrit.',
    seenBy: 'Tout le monde, sans nom.',
    kept: 'Aussi longtemps que la fiche.',
    read: (db, accountId) => db.selectFrom('sheet_confirmations').select(['function', 'at']).where('account_id', '=', accountId).orderBy('at').execute(),
    async leave(tx, accountId) {
      await tx.updateTable('sheet_confirmations').set({ account_id: null }).where('account_id', '=', accountId).execute();
    },
    whenLeft: 'La confirmation reste, par la fonction\u00a0; elle n’est plus liée à vous.',
  },
];
