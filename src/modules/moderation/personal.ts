import { sql, type Read, type Tx } from '~/platform/db/index.ts';
import type { PersonalData } from '~/sheets/index.ts';
import { retention } from './rules.ts';

async function expire(tx: Tx, now: number): Promise<number> {
  const at = sql`${new Date(now).toISOString()}::timestamptz`;
  const { mailDays, mailMonths, textMonths } = retention;
  const old = sql`${at} - make_interval(months => ${textMonths})`;
  const results = await Promise.all([
    sql`update reports set mail = null where mail is not null and (decided_at < ${at} - make_interval(days => ${mailDays}) or received_at < ${at} - make_interval(months => ${mailMonths}))`.execute(tx),
    sql`update reports set text = null where text is not null and received_at < ${old}`.execute(tx),
    sql`update appeals set text = null, answer = null where (text is not null or answer is not null) and at < ${old} and state <> 'pending'`.execute(tx),
    sql`update measures set reasons = null where reasons is not null and at < ${old}`.execute(tx),
    sql`update accounts set suspended_until = null where suspended_until < (${at} at time zone 'Europe/Paris')::date`.execute(tx),
  ]);
  return results.reduce((sum, { numAffectedRows }) => sum + Number(numAffectedRows ?? 0n), 0);
}

async function read(db: Read, accountId: string): Promise<unknown> {
  const [publications, measures, appeals] = await Promise.all([
    db.selectFrom('publications').innerJoin('sheets', 'sheets.id', 'sheet_id').select(['what', 'title', 'publications.state', 'publications.created_at', 'decided_at']).where('account_id', '=', accountId).execute(),
    db.selectFrom('measures').select(['kind', 'reason', 'reasons', 'until', 'at', 'lifted_at']).where('account_id', '=', accountId).execute(),
    db.selectFrom('appeals').select(['text', 'at', 'state', 'answer']).where('account_id', '=', accountId).execute(),
  ]);
  return publications.length + measures.length + appeals.length > 0 ? { publications, measures, appeals } : undefined;
}

async function leave(tx: Tx, accountId: string): Promise<void> {
  await tx.updateTable('publications').set({ account_id: null }).where('account_id', '=', accountId).execute();
  await tx.updateTable('publications').set({ decider_id: null }).where('decider_id', '=', accountId).execute();
  await tx.updateTable('reports').set({ decider_id: null }).where('decider_id', '=', accountId).execute();
  await tx.updateTable('measures').set({ account_id: null }).where('account_id', '=', accountId).execute();
  await tx.updateTable('measures').set({ decider_id: null }).where('decider_id', '=', accountId).execute();
  await tx.updateTable('appeals').set({ account_id: null, text: null }).where('account_id', '=', accountId).execute();
  await tx.updateTable('appeals').set({ decider_id: null }).where('decider_id', '=', accountId).execute();
}

export const personal: readonly PersonalData[] = [
  {
    tables: ['publications', 'measures', 'appeals'],
    what: 'Vos premières contributions et ce que la modération en a décidé : mesure, motif, raisons, durée, recours et réponse.',
    why: 'Relire ce que publie un compte nouveau, et rendre compte de chaque décision.',
    seenBy: 'Vous, l’animation du réseau concerné et l’administration de l’instance.',
    kept: 'Les raisons, le recours et sa réponse sont effacés après 24 mois ; la décision et sa date restent.',
    read,
    leave,
    whenLeft: 'Les décisions restent, sans lien avec vous ; le texte de vos recours est effacé.',
    expire,
  },
  {
    tables: ['reports'],
    what: 'Les signalements de contenus, et l’adresse de qui veut en connaître la suite.',
    why: 'Examiner ce qui est signalé et dire ce qui en a été décidé.',
    seenBy: 'Le signalement : l’animation du réseau concerné et l’administration. L’adresse : personne, la suite est envoyée par la plateforme.',
    kept: 'L’adresse est effacée 90 jours après la décision, et au plus tard 12 mois après l’envoi ; le texte après 24 mois.',
    whenLeft: 'Rien : un signalement n’est lié à aucun compte.',
  },
];
