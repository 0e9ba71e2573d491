import { sql } from '~/platform/db/index.ts';
import type { PersonalData } from '~/sheets/index.ts';

export const personal: readonly PersonalData[] = [
  {
    tables: ['introductions', 'introduction_sides'],
    what: 'Que vous avez accepté qu’un membre soit mis en relation avec un autre, et ce que vous en avez dit trois mois après.',
    why: 'Montrer aux deux membres à qui écrire, une fois les deux d’accord.',
    seenBy: 'La personne de l’autre membre, une fois les deux d’accord\u00a0: votre nom, votre fonction et votre adresse. Avant, personne.',
    kept: 'Trois ans après la mise en relation.',
    async read(db, accountId) {
      return db.selectFrom('introduction_sides').innerJoin('introductions', 'introductions.id', 'introduction_id').innerJoin('sheets', 'sheets.id', 'body_id')
        .select(['sheets.title as for', 'subject', 'introductions.state', 'introduction_sides.answered_at', 'outcome', 'outcome_note']).where('account_id', '=', accountId).orderBy('introduction_sides.answered_at').execute();
    },
    async leave(tx, accountId) {
      await tx.updateTable('introduction_sides').set({ account_id: null, outcome_note: null }).where('account_id', '=', accountId).execute();
    },
    whenLeft: 'Vos coordonnées ne sont plus montrées\u00a0; la mise en relation reste, entre les deux membres, sans vous.',
    async expire(tx, now) {
      const at = Temporal.Instant.fromEpochMilliseconds(now).toString();
      const gone = await sql`delete from introductions where coalesce(settled_at, created_at) <= ${at}::timestamptz - interval '3 years'`.execute(tx);
      return Number(gone.numAffectedRows ?? 0);
    },
  },
  {
    tables: ['census_answers', 'census_campaigns', 'census_mails'],
    what: 'Que vous avez répondu au recensement des thèmes pour votre collectivité ou votre organisation, ouvert une campagne, ou reçu la question.',
    why: 'Ne pas redemander à qui a répondu, et savoir quelle fonction a répondu.',
    seenBy: 'L’animation du réseau voit quels membres ont répondu, jamais qui.',
    kept: 'La dernière réponse d’un membre, tant qu’elle n’est pas remplacée. Les envois\u00a0: un an.',
    read: (db, accountId) => db.selectFrom('census_answers').innerJoin('sheets', 'sheets.id', 'body_id').select(['sheets.title as for', 'answered_at', 'function']).where('account_id', '=', accountId).execute(),
    async leave(tx, accountId) {
      await tx.updateTable('census_answers').set({ account_id: null }).where('account_id', '=', accountId).execute();
      await tx.updateTable('census_campaigns').set({ account_id: null }).where('account_id', '=', accountId).execute();
      await tx.deleteFrom('census_mails').where('account_id', '=', accountId).execute();
    },
    whenLeft: 'La réponse du membre reste, par la fonction\u00a0; elle n’est plus liée à vous.',
    async expire(tx, now) {
      const at = Temporal.Instant.fromEpochMilliseconds(now).toString();
      const gone = await sql`delete from census_mails where at <= ${at}::timestamptz - interval '1 year'`.execute(tx);
      return Number(gone.numAffectedRows ?? 0);
    },
  },
  {
    tables: ['match_refusals', 'common_projects'],
    what: 'Que vous avez écarté un rapprochement ou accepté un projet commun au nom de votre collectivité ou de votre organisation.',
    why: 'Savoir qui a décidé pour elle.',
    seenBy: 'Personne d’autre.',
    kept: 'Tant que le rapprochement reste écarté, et aussi longtemps que le projet.',
    async read(db, accountId) {
      const refusals = await db.selectFrom('match_refusals').innerJoin('sheets', 'sheets.id', 'other_id').select(['sheets.title as aside', 'at']).where('account_id', '=', accountId).execute();
      const projects = await db.selectFrom('common_projects').innerJoin('sheets', 'sheets.id', 'project_id').select(['sheets.title as project', 'common_projects.state', 'answered_at']).where('account_id', '=', accountId).execute();
      return refusals.length || projects.length ? { refusals, projects } : [];
    },
    async leave(tx, accountId) {
      await tx.updateTable('match_refusals').set({ account_id: null }).where('account_id', '=', accountId).execute();
      await tx.updateTable('common_projects').set({ account_id: null }).where('account_id', '=', accountId).execute();
    },
    whenLeft: 'Ce qui a été décidé reste\u00a0; cela n’est plus lié à vous.',
  },
];
