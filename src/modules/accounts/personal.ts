import { sql, type Read, type Tx } from '~/platform/db/index.ts';
import type { PersonalData } from '~/sheets/index.ts';

/** What this module keeps of people; read by docs/privacy.md, the export of one's data, leaving and retention. */
export const personal: readonly PersonalData[] = [
  {
    tables: ['accounts', 'mandates'],
    what: 'Adresse électronique, nom, fonction, langue, et les mandats : pour quelle collectivité ou organisation, en quel rôle, de quand à quand.',
    why: 'Se connecter, savoir qui peut écrire et pour qui.',
    seenBy: 'La personne elle-même et l’administration de l’instance ; l’historique public ne montre que la fonction et la structure.',
    kept: 'Tant que le compte est ouvert.',
    whenLeft: 'L’adresse, le nom et la fonction sont effacés, les mandats prennent fin ; l’historique garde la fonction au moment des faits.',
    read: readAccount,
    async leave(tx, accountId) {
      await tx.updateTable('mandates').set({ ended_at: sql`coalesce(ended_at, now())`, function: null, service: null }).where('account_id', '=', accountId).execute();
      await tx
        .updateTable('accounts')
        .set({ mail: '', name: '', title: null, person_id: null, trusted_at: null, mail_proved_at: null, demo: null, closed_at: sql`now()` })
        .where('id', '=', accountId)
        .execute();
    },
  },
  {
    tables: ['sessions'],
    what: 'Les appareils connectés : navigateur et système, date de connexion et de dernière visite.',
    why: 'Reconnaître ses appareils et pouvoir les déconnecter.',
    seenBy: 'La personne elle-même.',
    kept: 'Trente jours après la dernière visite.',
    whenLeft: 'Tout est effacé.',
    read: (db, accountId) => db.selectFrom('sessions').select(['device', 'created_at', 'seen_at']).where('account_id', '=', accountId).execute(),
    leave: async (tx, accountId) => void (await tx.deleteFrom('sessions').where('account_id', '=', accountId).execute()),
  },
  {
    tables: ['passkeys', 'identities'],
    what: 'Les clés d’accès (leur partie publique et leur nom), l’identifiant chez un fournisseur d’identité et le SIRET qu’il transmet.',
    why: 'Se connecter sans mot de passe ; prouver pour quel employeur on agit.',
    seenBy: 'La personne elle-même ; le SIRET sert à qui examine une revendication.',
    kept: 'Jusqu’à leur retrait par la personne.',
    whenLeft: 'Tout est effacé.',
    async read(db, accountId) {
      return {
        passkeys: await db.selectFrom('passkeys').select(['name', 'created_at', 'used_at']).where('account_id', '=', accountId).execute(),
        identities: await db.selectFrom('identities').select(['issuer', 'subject', 'siret', 'created_at', 'used_at']).where('account_id', '=', accountId).execute(),
      };
    },
    async leave(tx, accountId) {
      await tx.deleteFrom('passkeys').where('account_id', '=', accountId).execute();
      await tx.deleteFrom('identities').where('account_id', '=', accountId).execute();
    },
  },
  {
    tables: ['sign_in_links', 'challenges', 'attempts'],
    what: 'Les liens de connexion demandés (adresse, empreinte du lien) et le nombre de tentatives, sous une empreinte qui ne permet pas de remonter à l’adresse.',
    why: 'Se connecter par courriel ; freiner qui cherche à forcer une entrée.',
    seenBy: 'Personne.',
    kept: 'Une heure après leur fin.',
    whenLeft: 'Les liens sont effacés.',
    // before accounts' own leave empties the address: links know addresses, not accounts
    leave: async (tx, accountId) => void (await tx.deleteFrom('sign_in_links').where((eb) => eb.or([eb('account_id', '=', accountId), eb(sql`lower(mail)`, 'in', mailOf(tx, accountId))])).execute()),
  },
  {
    tables: ['mails'],
    what: 'Les courriels à envoyer et envoyés : adresse, objet, texte.',
    why: 'Envoyer ce que la personne a demandé ou choisi de recevoir.',
    seenBy: 'Personne.',
    kept: 'Adresse et contenu sept jours après l’envoi ou l’abandon ; la date et la sorte de courriel soixante jours.',
    whenLeft: 'Tout est effacé, sauf le dernier courriel qui confirme le départ.',
    read: (db, accountId) => db.selectFrom('mails').select(['kind', 'subject', 'text', 'created_at', 'sent_at']).where((eb) => eb.or([eb('account_id', '=', accountId), eb(sql`lower(recipient)`, 'in', mailOf(db, accountId))])).orderBy('created_at').execute(),
    leave: async (tx, accountId) => void (await tx.deleteFrom('mails').where((eb) => eb.or([eb('account_id', '=', accountId), eb(sql`lower(recipient)`, 'in', mailOf(tx, accountId))])).execute()),
    expire: expireMails,
  },
];

const mailOf = (db: Read, accountId: string) => db.selectFrom('accounts').select(sql<string>`lower(mail)`.as('mail')).where('id', '=', accountId);

async function readAccount(db: Read, accountId: string) {
  return {
    account: await db.selectFrom('accounts').select(['mail', 'name', 'title', 'lang', 'created_at']).where('id', '=', accountId).executeTakeFirst(),
    mandates: await db.selectFrom('mandates').leftJoin('sheets', 'sheets.id', 'body_id').select(['role', 'sheets.title as body', 'function', 'service', 'since', 'until', 'granted_at', 'ended_at']).where('account_id', '=', accountId).execute(),
  };
}

/** Seven days after it left or was given up nobody needs what a mail said, nor to whom; counts need its kind and its day. */
async function expireMails(tx: Tx, now: number): Promise<number> {
  const before = (days: number) => new Date(now - days * 86_400_000).toISOString();
  const { numUpdatedRows } = await tx
    .updateTable('mails')
    .set({ recipient: '', account_id: null, subject: '', text: '', html: null, headers: '{}' })
    .where((eb) => eb.or([eb('sent_at', 'is not', null), eb('failed', 'is not', null)]))
    .where(sql<string>`coalesce(sent_at, due_at)`, '<', before(7))
    .where('recipient', '<>', '')
    .executeTakeFirst();
  const { numDeletedRows } = await tx.deleteFrom('mails').where('recipient', '=', '').where('created_at', '<', before(60)).executeTakeFirst();
  return Number(numUpdatedRows + numDeletedRows);
}
