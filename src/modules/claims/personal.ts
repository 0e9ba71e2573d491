import { sql } from '~/platform/db/index.ts';
import type { PersonalData } from '~/sheets/index.ts';

const year = 365 * 86_400_000;

export const personal: readonly PersonalData[] = [
  {
    tables: ['claims', 'claim_objections'],
    what: 'Les demandes pour tenir la fiche d’une collectivité : la fonction et le service, ce qui permet de vérifier, la réponse et son motif, et les objections des personnes qui tenaient déjà la fiche.',
    why: 'Savoir qui peut écrire au nom d’une collectivité, et pouvoir l’expliquer.',
    seenBy: 'La personne, l’animation du réseau de son territoire ou l’administration de l’instance ; les personnes qui tiennent déjà la fiche voient la fonction, jamais le nom.',
    kept: 'Ce qui a servi à vérifier : un an après la réponse. Une demande refusée ou retirée : un an. Une demande acceptée : tant que le compte existe.',
    whenLeft: 'Les demandes et les objections sont effacées.',
    async read(db, accountId) {
      const claims = await db
        .selectFrom('claims')
        .leftJoin('sheets', 'sheets.id', 'claims.sheet_id')
        .select(['sheets.title', 'claims.missing', 'claims.role', 'claims.function', 'claims.service', 'claims.proof', 'claims.word', 'claims.state', 'claims.reason', 'claims.created_at', 'claims.decided_at'])
        .where('claims.account_id', '=', accountId)
        .orderBy('claims.created_at')
        .execute();
      const objections = await db.selectFrom('claim_objections').select(['reason', 'created_at']).where('account_id', '=', accountId).execute();
      return claims.length || objections.length ? { claims, objections } : undefined;
    },
    async leave(tx, accountId) {
      await tx.deleteFrom('claim_objections').where('account_id', '=', accountId).execute();
      await tx.deleteFrom('claims').where('account_id', '=', accountId).execute();
    },
    async expire(tx, now) {
      const before = new Date(now - year).toISOString();
      const gone = await tx.deleteFrom('claims').where('state', 'in', ['refused', 'withdrawn']).where('decided_at', '<', before).executeTakeFirst();
      const { rows } = await sql`update claims set word = null where state = 'granted' and word is not null and decided_at < ${before} returning id`.execute(tx);
      return Number(gone.numDeletedRows) + rows.length;
    },
  },
];
