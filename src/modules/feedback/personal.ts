import { sql, type Read, type Tx } from '~/platform/db/index.ts';
import type { PersonalData } from '~/sheets/index.ts';
import { eraseGuard } from '~/sheets/guard/index.ts';
import { retention } from './rules.ts';

/** Addresses after their time, then words after theirs. Tells how many rows lost something. */
export async function expireFeedback(tx: Tx, now: number): Promise<number> {
  const at = new Date(now).toISOString();
  const { mailDays, mailMonths, textMonths } = retention;
  const mails = await sql`update feedback set mail = null where mail is not null
    and (closed_at < ${at}::timestamptz - make_interval(days => ${mailDays}) or received_at < ${at}::timestamptz - make_interval(months => ${mailMonths}))`.execute(tx);
  const texts = await sql`update feedback set text = null, answer = null where (text is not null or answer is not null)
    and received_at < ${at}::timestamptz - make_interval(months => ${textMonths})`.execute(tx);
  await sql`update feedback_steps set note = null where step = 'applied' and note is not null and at < ${at}::timestamptz - make_interval(months => ${textMonths})`.execute(tx);
  return Number(mails.numAffectedRows ?? 0n) + Number(texts.numAffectedRows ?? 0n);
}

async function readTreated(db: Read, accountId: string): Promise<unknown> {
  const { rows } = await sql`select p.step, p.at, f.page from feedback_steps p join feedback f on f.id = p.feedback_id where p.account_id = ${accountId} order by p.at`.execute(db);
  return rows.length > 0 ? rows : undefined;
}

async function leaveFeedback(tx: Tx, accountId: string): Promise<void> {
  await tx.updateTable('feedback').set({ assignee_id: null }).where('assignee_id', '=', accountId).execute();
  await tx.updateTable('feedback_steps').set({ account_id: null }).where('account_id', '=', accountId).execute();
}

export const personal: readonly PersonalData[] = [
  {
    tables: ['feedback', 'feedback_steps'],
    what: 'Les messages laissés sous une page (jamais publiés), l’adresse donnée pour avoir une réponse, et les étapes du suivi avec la fonction de qui les a faites.',
    why: 'Améliorer la page, et répondre à qui l’a demandé.',
    seenBy: 'Le message : les personnes qui tiennent la page, l’animation de leur réseau et l’administration. L’adresse : personne, la réponse est envoyée par la plateforme.',
    kept: 'L’adresse est effacée 90 jours après la fin du suivi, et au plus tard 12 mois après l’envoi ; le message et la réponse après 24 mois. Les étapes restent, sans texte.',
    read: readTreated,
    leave: leaveFeedback,
    whenLeft: 'Les étapes que vous avez faites gardent votre fonction, sans lien avec vous.',
    expire: expireFeedback,
  },
  {
    tables: ['guard_keys', 'guard_posts'],
    what: 'Une empreinte du réseau d’où part un envoi fait sans compte, ou du compte qui publie, calculée avec une clé qui change chaque jour.',
    why: 'Freiner les robots sans compte, sans témoin de connexion et sans service tiers.',
    seenBy: 'Personne.',
    kept: 'Deux jours, clé comprise.',
    whenLeft: 'Rien à effacer : l’empreinte ne permet pas de vous retrouver.',
    expire: eraseGuard,
  },
];
