import { sql } from '~/platform/db/index.ts';
import type { PersonalData } from '~/sheets/index.ts';
import { accessMonths, exportDays } from './rules.ts';

export const personal: readonly PersonalData[] = [
  {
    tables: ['personal_accesses'],
    what: 'Le journal des lectures : quand quelqu’un lit un contact ou une donnée privée d’une autre personne, la fonction et la structure de qui a lu, ce qui a été lu, et quand.',
    why: 'Que chacun sache qui a lu ses données.',
    seenBy: 'La personne concernée, par fonction et structure, sans nom.',
    kept: 'Douze mois.',
    whenLeft: 'Les lectures de vos données sont effacées ; celles que vous avez faites restent visibles des personnes concernées, sans lien avec vous.',
    async read(db, accountId) {
      const [made, had] = await Promise.all([
        db.selectFrom('personal_accesses').select(['what', 'at']).where('reader_id', '=', accountId).orderBy('at').execute(),
        sql`select a.reader_function, a.what, a.at from personal_accesses a join accounts me on me.id = ${accountId} where a.account_id = me.id or a.person_id = me.person_id order by a.at`.execute(db),
      ]);
      return { readByYou: made, readAboutYou: had.rows };
    },
    async leave(tx, accountId) {
      await tx.deleteFrom('personal_accesses').where('account_id', '=', accountId).execute();
      const { title } = await tx.selectFrom('accounts').select('title').where('id', '=', accountId).executeTakeFirstOrThrow();
      await sql`update personal_accesses set reader_id = null, reader_function = case when reader_function = ${title ?? ''} then 'Personne partie' else reader_function end where reader_id = ${accountId}`.execute(tx);
    },
    async expire(tx, now) {
      const { numAffectedRows } = await sql`delete from personal_accesses where at < ${new Date(now).toISOString()}::timestamptz - make_interval(months => ${accessMonths})`.execute(tx);
      return Number(numAffectedRows ?? 0);
    },
  },
  {
    tables: ['data_exports'],
    what: 'Les exports de vos données que vous avez demandés.',
    why: 'Vous les remettre, même si vous quittez la page pendant qu’ils se préparent.',
    seenBy: 'Vous seul.',
    kept: 'Sept jours.',
    whenLeft: 'Ils sont effacés.',
    async leave(tx, accountId) {
      await tx.deleteFrom('data_exports').where('account_id', '=', accountId).execute();
    },
    async expire(tx, now) {
      const { numAffectedRows } = await sql`delete from data_exports where asked_at < ${new Date(now).toISOString()}::timestamptz - make_interval(days => ${exportDays})`.execute(tx);
      return Number(numAffectedRows ?? 0);
    },
  },
  {
    tables: ['events'],
    what: 'L’historique : chaque changement que vous avez fait, avec votre fonction, la structure pour qui vous agissiez, l’ancienne et la nouvelle valeur. Votre nom n’y est pas.',
    why: 'Que chacun puisse vérifier qui, dans quelle fonction, a dit quoi et quand.',
    seenBy: 'Tout le monde, par fonction et structure, sur l’historique des fiches.',
    kept: 'Aussi longtemps que la fiche.',
    whenLeft: 'L’acte reste, avec la structure et le rôle ; le lien avec votre compte est rompu, et la fonction que vous aviez écrite devient « Personne partie ».',
    async read(db, accountId) {
      return db.selectFrom('events').leftJoin('sheets', 'sheets.id', 'events.sheet_id').select(['events.name', 'events.actor', 'events.at', 'events.changes', 'sheets.title']).where('account_id', '=', accountId).orderBy('position').execute();
    },
  },
];
