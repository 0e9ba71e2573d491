import { sql } from '~/platform/db/index.ts';
import type { PersonalData } from '~/sheets/index.ts';

export const personal: readonly PersonalData[] = [
  {
    tables: ['minutes_writers', 'minutes_versions'],
    what: 'Les comptes rendus pour lesquels vous prenez des notes, et les textes que vous y avez écrits avant leur publication.',
    why: 'Écrire à plusieurs sans que personne n’efface le texte d’un autre.',
    seenBy: 'Celles et ceux qui écrivent le même compte rendu, par votre fonction.',
    kept: 'Les textes de travail\u00a0: jusqu’à la publication, un an au plus. La liste des preneurs de notes, autant que la rencontre.',
    read: (db, accountId) => db.selectFrom('minutes_versions').innerJoin('sheets', 'sheets.id', 'sheet_id').select(['sheets.title', 'fields', 'at']).where('account_id', '=', accountId).orderBy('at').execute(),
    async leave(tx, accountId) {
      await tx.deleteFrom('minutes_writers').where('account_id', '=', accountId).execute();
      await tx.updateTable('minutes_versions').set({ account_id: null }).where('account_id', '=', accountId).execute();
    },
    whenLeft: 'Vous n’êtes plus preneur de notes\u00a0; les textes restent, par la fonction.',
    async expire(tx, now) {
      const { numAffectedRows } = await sql`delete from minutes_versions where at < ${new Date(now).toISOString()}::timestamptz - interval '1 year'`.execute(tx);
      return Number(numAffectedRows ?? 0n);
    },
  },
  {
    tables: ['minutes_follow_ups'],
    what: 'Ce dont vous avez été chargé dans une rencontre, sa date, et quand c’était fait.',
    why: 'Que ce qui a été décidé ne soit pas oublié.',
    seenBy: 'Tout le monde une fois le compte rendu publié, par votre fonction.',
    kept: 'Autant que le compte rendu.',
    read: (db, accountId) => db.selectFrom('minutes_follow_ups').select(['text', 'due', 'done_at']).where('account_id', '=', accountId).orderBy('created_at').execute(),
    async leave(tx, accountId) {
      await tx.updateTable('minutes_follow_ups').set({ account_id: null }).where('account_id', '=', accountId).execute();
    },
    whenLeft: 'La suite reste, par la fonction\u00a0; elle n’est plus liée à vous.',
  },
  {
    tables: ['minutes_reviewers', 'minutes_corrections'],
    what: 'Que l’on vous a demandé de relire vos propos, l’adresse donnée pour cela si vous n’avez pas de compte, et les corrections que vous avez proposées.',
    why: 'Que chacun puisse corriger ce qu’on lui fait dire.',
    seenBy: 'Les organisateurs de la rencontre\u00a0; personne ne lit l’adresse, la plateforme écrit.',
    kept: 'L’adresse\u00a0: jusqu’à la publication, quatre-vingt-dix jours au plus. Une correction décidée\u00a0: un an.',
    read: (db, accountId) => db.selectFrom('minutes_corrections').select(['text', 'sent_at', 'state']).where('account_id', '=', accountId).orderBy('sent_at').execute(),
    async leave(tx, accountId) {
      await tx.updateTable('minutes_reviewers').set({ account_id: null }).where('account_id', '=', accountId).execute();
      await tx.updateTable('minutes_corrections').set({ account_id: null }).where('account_id', '=', accountId).execute();
    },
    whenLeft: 'Les corrections restent, sans lien avec vous.',
    async expire(tx, now) {
      const at = new Date(now).toISOString();
      const mails = await sql`update minutes_reviewers set mail = null where mail is not null and asked_at < ${at}::timestamptz - interval '90 days'`.execute(tx);
      const old = await sql`delete from minutes_corrections where state <> 'waiting' and decided_at < ${at}::timestamptz - interval '1 year'`.execute(tx);
      return Number(mails.numAffectedRows ?? 0n) + Number(old.numAffectedRows ?? 0n);
    },
  },
];
