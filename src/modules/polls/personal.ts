import { sql } from '~/platform/db/index.ts';
import type { PersonalData } from '~/sheets/index.ts';

/** Days after which a closed poll by person keeps its figures, and no longer who voted. */
const keptDays = 365;

export const personal: readonly PersonalData[] = [
  {
    tables: ['poll_voters', 'poll_ballots'],
    what: 'Les votes auxquels vous avez pris part, et le jour. Votre choix, si le vote est ouvert ; d’un vote secret, aucun lien entre vous et votre bulletin n’existe.',
    why: 'Compter une voix par personne ou par collectivité, et ne rappeler que ceux qui n’ont pas voté.',
    seenBy: 'La collectivité qui a voté : ceux qui voient le sondage. Qui a voté pour elle : vous seul ; vos collègues apprennent que l’un d’eux l’a fait.',
    kept: 'Un an après la clôture pour un vote par personne ; le vote d’une collectivité reste le sien.',
    whenLeft: 'Le vote de votre collectivité reste, sans lien avec vous. D’un vote ouvert par personne, votre voix est retirée tant qu’il court ; clos, il ne reste que les totaux.',
    read: (db, accountId) => db.selectFrom('poll_voters').innerJoin('sheets', 'sheets.id', 'poll_id').leftJoin('poll_ballots', (join) => join.onRef('poll_ballots.poll_id', '=', 'poll_voters.poll_id').onRef('poll_ballots.voter', '=', 'poll_voters.voter'))
      .select(['sheets.title', sql<string>`voted_on::text`.as('day'), 'choices', 'other']).where('account_id', '=', accountId).orderBy('voted_on').execute(),
    async leave(tx, accountId) {
      // A secret ballot cannot be found to be taken out: its voter becomes somebody, so that ballots and voters remain as many.
      await sql`update poll_voters v set voter = gen_random_uuid() from polls p where p.sheet_id = v.poll_id and p.secret and v.voter = ${accountId}`.execute(tx);
      await tx.deleteFrom('poll_voters').where('voter', '=', accountId).execute();
      await tx.updateTable('poll_voters').set({ account_id: null }).where('account_id', '=', accountId).execute();
    },
    async expire(tx, now) {
      const { rows } = await sql<{ n: number }>`
        with gone as (delete from poll_voters v using polls p where p.sheet_id = v.poll_id and p.voters = 'person' and p.closed_at < ${new Date(now).toISOString()}::timestamptz - make_interval(days => ${keptDays}) returning 1)
        select count(*)::int as n from gone`.execute(tx);
      return rows[0]!.n;
    },
  },
  {
    tables: ['live_ballots'],
    what: 'Pendant une question posée à une salle, votre réponse, sous une empreinte qui ne dit pas qui vous êtes.',
    why: 'Compter une réponse par personne ou par navigateur.',
    seenBy: 'Personne. Seuls les totaux paraissent, à la clôture.',
    kept: 'Jusqu’à la clôture de la question, un jour au plus.',
    whenLeft: 'Rien à faire : l’empreinte ne mène pas à votre compte, et s’efface à la clôture.',
    async expire(tx, now) {
      const { rows } = await sql<{ n: number }>`
        with gone as (delete from live_ballots b using live_polls l where l.id = b.live_id and l.closed_at is not null and l.closed_at < ${new Date(now).toISOString()}::timestamptz returning 1)
        select count(*)::int as n from gone`.execute(tx);
      return rows[0]!.n;
    },
  },
];
