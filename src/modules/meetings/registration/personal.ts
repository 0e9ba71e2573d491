import { sql } from '~/platform/db/index.ts';
import type { PersonalData } from '~/sheets/index.ts';
import { writeFromRegistrations } from '../attendance/commands.ts';

/** The last day of the meeting `s` was more than a year ago; known to the month or the year, its last possible day. */
const isYearOld = (now: string) => {
  const last = sql`coalesce(s.end_date, s.start_date)`;
  return sql`${last} < left((${now}::timestamptz - interval '1 year')::date::text, length(${last}))`;
};

export const personal: readonly PersonalData[] = [
  {
    tables: ['registrations', 'registration_sessions', 'registration_reminders'],
    what: 'L’inscription à une rencontre\u00a0: pour un membre, son compte et sa collectivité\u00a0; pour une autre personne ou un expert invité, le nom, l’adresse, la fonction et l’organisme qu’elle donne\u00a0; les séances choisies, et si elle veut des rappels.',
    why: 'Retenir une place, envoyer le lien de connexion et les rappels, préparer la salle.',
    seenBy: 'Les organisateurs de la rencontre\u00a0; chaque ouverture de la liste est notée. Le nom d’un compte y est montré, comme entre personnes qui travaillent ensemble.',
    kept: 'Un an après la rencontre\u00a0; sept jours quand la personne n’a pas confirmé.',
    read: (db, accountId) =>
      db.selectFrom('registrations').innerJoin('sheets', 'sheets.id', 'meeting_id').select(['sheets.title', 'registrations.state', 'function', 'standing', 'reminders', 'registrations.created_at', 'since'])
        .select(sql<string[]>`array(select s.short_title from registration_sessions c join meeting_sessions s on s.sheet_id = c.session_id where c.registration_id = registrations.id)`.as('sessions'))
        .where('registrations.account_id', '=', accountId).orderBy('registrations.created_at').execute(),
    async leave(tx, accountId) {
      const rows = await tx.selectFrom('registrations').select('id').where('account_id', '=', accountId).execute();
      await writeFromRegistrations(tx, rows.map(({ id }) => id));
      await tx.deleteFrom('registrations').where('account_id', '=', accountId).execute();
    },
    whenLeft: 'Vos inscriptions sont effacées. Les nombres de présents restent, sans vous nommer.',
    async expire(tx, now) {
      const today = Temporal.Instant.fromEpochMilliseconds(now).toString();
      const { rows } = await sql<{ id: string }>`
        select r.id from registrations r join sheets s on s.id = r.meeting_id
        where (r.state = 'asked' and r.since < ${today}::timestamptz - interval '7 days')
          or ${isYearOld(today)}
          or (coalesce(s.end_date, s.start_date) is null and r.since < ${today}::timestamptz - interval '2 years') limit 5000`.execute(tx);
      const ids = rows.map(({ id }) => id);
      if (!ids.length) return 0;
      await writeFromRegistrations(tx, ids);
      await tx.deleteFrom('registrations').where('id', 'in', ids).execute();
      return ids.length;
    },
  },
  {
    tables: ['attendances'],
    what: 'Qui était à une rencontre\u00a0: la fonction et la collectivité, et le nom quand la personne a été ajoutée sur place ou par une liste.',
    why: 'Compter les personnes, les élus et les collectivités par une règle affichée.',
    seenBy: 'Les organisateurs de la rencontre\u00a0; chaque ouverture de la liste est notée. Les pages publiques n’en montrent que des nombres.',
    kept: 'Le nom\u00a0: un an après la rencontre. La fonction et la collectivité, aussi longtemps que le compte rendu.',
    read: (db, accountId) =>
      db.selectFrom('attendances').innerJoin('registrations', 'registrations.id', 'registration_id').innerJoin('sheets', 'sheets.id', 'attendances.meeting_id')
        .select(['sheets.title', 'how', 'recorded_at']).where('registrations.account_id', '=', accountId).execute(),
    whenLeft: 'La présence reste dans les nombres, sans lien avec vous.',
    async expire(tx, now) {
      const today = Temporal.Instant.fromEpochMilliseconds(now).toString();
      const gone = await sql`
        update attendances a set name_written = null from sheets s
        where s.id = a.meeting_id and a.name_written is not null and ${isYearOld(today)}`.execute(tx);
      return Number(gone.numAffectedRows ?? 0);
    },
  },
  {
    tables: ['meeting_volunteers'],
    what: 'Qu’un membre a proposé de co-organiser une rencontre ou une séance, et la réponse.',
    why: 'Que les organisateurs répondent, et que la personne acceptée prépare la rencontre avec eux.',
    seenBy: 'Les organisateurs de la rencontre, avec le nom du compte\u00a0; la collectivité, par tout le monde, quand la proposition est acceptée.',
    kept: 'Un an après la réponse quand elle est négative, sinon aussi longtemps que le compte.',
    read: (db, accountId) => db.selectFrom('meeting_volunteers').innerJoin('sheets', 'sheets.id', 'sheet_id').select(['sheets.title', 'meeting_volunteers.state', 'words', 'offered_at', 'decided_at']).where('account_id', '=', accountId).execute(),
    leave: async (tx, accountId) => void (await tx.deleteFrom('meeting_volunteers').where('account_id', '=', accountId).execute()),
    whenLeft: 'Vos propositions sont effacées\u00a0; le nom de votre collectivité reste sur la rencontre.',
    async expire(tx, now) {
      const today = Temporal.Instant.fromEpochMilliseconds(now).toString();
      const gone = await sql`delete from meeting_volunteers where state in ('declined', 'withdrawn') and decided_at < ${today}::timestamptz - interval '1 year'`.execute(tx);
      return Number(gone.numAffectedRows ?? 0);
    },
  },
];
