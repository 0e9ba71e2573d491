import { sql } from '~/platform/db/index.ts';
import type { PersonalData } from '~/sheets/index.ts';
import { keptDays } from './rules.ts';

export const personal: readonly PersonalData[] = [
  {
    tables: ['imports', 'import_lines'],
    what: 'Les listes de membres ou de présents qu’une animatrice ou un organisateur apporte : noms, fonctions, structures, tels que le fichier les écrit.',
    why: 'Ne pas ressaisir une liste qui existe déjà, et rendre les lignes qui ne vont pas avec leur raison.',
    seenBy: 'Les personnes qui agissent pour la même structure que celle qui l’a apportée.',
    kept: `${keptDays} jours après la fin, ou après l’arrivée si la liste n’a jamais été lancée.`,
    whenLeft: 'Les listes restent à la structure, sans le compte qui les a apportées.',
    async read(db, accountId) {
      const lists = await db.selectFrom('imports').select(['name', 'kind', 'created_at', 'finished_at']).where('account_id', '=', accountId).orderBy('created_at').execute();
      return lists.length > 0 ? lists : undefined;
    },
    async leave(tx, accountId) {
      await tx.updateTable('imports').set({ account_id: null }).where('account_id', '=', accountId).execute();
    },
    async expire(tx, now) {
      const before = new Date(now - keptDays * 86_400_000).toISOString();
      const { numAffectedRows } = await sql`delete from imports where coalesce(finished_at, case when started_at is null then created_at end) < ${before}::timestamptz`.execute(tx);
      return Number(numAffectedRows ?? 0);
    },
  },
];
