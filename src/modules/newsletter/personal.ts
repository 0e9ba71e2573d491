import { sql } from '~/platform/db/index.ts';
import type { PersonalData } from '~/sheets/index.ts';
import { confirmHours } from './rules.ts';

export const personal: readonly PersonalData[] = [
  {
    tables: ['newsletter_subscribers', 'newsletter_deliveries'],
    what: 'L’adresse donnée pour recevoir la lettre, sa langue, les thèmes et les zones choisis, et les numéros envoyés.',
    why: 'Envoyer la lettre à qui l’a demandée, une seule fois par numéro.',
    seenBy: 'Personne\u00a0: la plateforme écrit, et l’animation ne voit que des nombres.',
    kept: `Jusqu’au désabonnement, en un clic depuis chaque lettre. Une adresse qui n’a pas confirmé est effacée après ${confirmHours} heures.`,
    whenLeft: 'L’abonnement ne dépend pas du compte\u00a0: l’adresse du compte est désabonnée si c’est la même.',
    read: (db, accountId) => db.selectFrom('newsletter_subscribers').innerJoin('accounts', (join) => join.on(sql<boolean>`lower(accounts.mail) = lower(newsletter_subscribers.mail)`)).select(['themes', 'zones', 'confirmed_at']).where('accounts.id', '=', accountId).execute(),
    async leave(tx, accountId) {
      await sql`delete from newsletter_subscribers s using accounts a where a.id = ${accountId}::uuid and lower(a.mail) = lower(s.mail)`.execute(tx);
    },
    async expire(tx, now) {
      const { numAffectedRows } = await sql`delete from newsletter_subscribers where confirmed_at is null and asked_at < ${new Date(now).toISOString()}::timestamptz - make_interval(hours => ${confirmHours})`.execute(tx);
      return Number(numAffectedRows ?? 0n);
    },
  },
];
