import { sql, type Read, type Tx } from '~/platform/db/index.ts';
import type { PersonalData } from '~/sheets/index.ts';
import { guestMonths, keptYears } from './rules.ts';

/** What bodies keep of the address of this account. */
async function readOwn(db: Read, accountId: string): Promise<unknown> {
  const { rows } = await sql`
    select b.title as body, c.mail, c.name, c.function, c.organisation, c.note, c.origin, c.basis, c.basis_on, c.created_at
    from accounts a join contact_cards c on lower(c.mail) = lower(a.mail) join sheets b on b.id = c.body_id where a.id = ${accountId}::uuid`.execute(db);
  return rows.length > 0 ? rows : undefined;
}

async function expire(tx: Tx, now: number): Promise<number> {
  const at = new Date(now).toISOString();
  const cards = await sql`delete from contact_cards where used_at < ${at}::timestamptz - make_interval(years => ${keptYears})`.execute(tx);
  const guests = await sql`update contact_guests g set mail = null, name = '', function = '', organisation = '', reminder_due = false, sent_at = coalesce(sent_at, now())
    from contact_invitations i where i.id = g.invitation_id and g.mail is not null and i.created_at < ${at}::timestamptz - make_interval(months => ${guestMonths})`.execute(tx);
  return Number((cards.numAffectedRows ?? 0n) + (guests.numAffectedRows ?? 0n));
}

export const personal: readonly PersonalData[] = [
  {
    tables: ['contact_lists', 'contact_cards', 'contact_entries', 'contact_refusals', 'contact_invitations', 'contact_guests'],
    what: 'Les listes de contacts d’un organisme : adresse, nom, fonction, organisme, note, d’où vient l’adresse et ce qui permet de la garder ; les invitations envoyées et leurs réponses.',
    why: 'Inviter à une rencontre et compter les réponses.',
    seenBy: 'Celles et ceux qui agissent pour l’organisme qui tient la liste, et personne d’autre, administration comprise.',
    kept: 'Trois ans après la dernière écriture ou invitation ; les noms et adresses d’une invitation, un an. Effacés à la demande de la personne par le lien de chaque courriel : seule reste une empreinte illisible, pour que l’adresse ne revienne pas.',
    whenLeft: 'Ces listes appartiennent aux organismes qui les tiennent : le lien de chaque courriel vous en retire.',
    read: readOwn,
    expire,
  },
];
