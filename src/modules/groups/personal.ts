import type { PersonalData } from '~/sheets/index.ts';

const yearMs = 365 * 86_400_000;

export const personal: readonly PersonalData[] = [
  {
    tables: ['group_members', 'group_requests', 'group_invitations'],
    what: 'Les groupes de travail où la personne est membre ou invitée, pour quelle structure, de quand à quand ; ses demandes d’entrée et les invitations qu’elle a reçues.',
    why: 'Donner accès au groupe, et savoir avec qui l’on y travaille.',
    seenBy: 'Les personnes du groupe voient le nom, la fonction et la structure. Qui anime ou préside le groupe voit aussi les demandes et les adresses invitées qui n’ont pas encore répondu. Le public ne voit que la structure.',
    kept: 'La place dans un groupe : un an après sa fin. Une demande ou une invitation : un an après la réponse ; l’adresse invitée est effacée dès la réponse, ou trente jours après l’expiration.',
    whenLeft: 'Tout est effacé ; la structure reste membre du groupe.',
    async read(db, accountId) {
      const [places, requests, invitations] = await Promise.all([
        db.selectFrom('group_members').innerJoin('sheets as g', 'g.id', 'group_id').leftJoin('sheets as b', 'b.id', 'body_id').select(['g.title as group', 'b.title as body', 'standing', 'since', 'until', 'ended_at']).where('account_id', '=', accountId).execute(),
        db.selectFrom('group_requests').innerJoin('sheets as g', 'g.id', 'group_id').select(['g.title as group', 'word', 'group_requests.created_at', 'outcome', 'answer']).where('account_id', '=', accountId).execute(),
        db.selectFrom('group_invitations').innerJoin('sheets as g', 'g.id', 'group_id').select(['g.title as group', 'standing', 'group_invitations.until', 'group_invitations.created_at', 'outcome']).where('account_id', '=', accountId).execute(),
      ]);
      return places.length || requests.length || invitations.length ? { places, requests, invitations } : undefined;
    },
    async leave(tx, accountId) {
      await tx.deleteFrom('group_requests').where('account_id', '=', accountId).execute();
      await tx.deleteFrom('group_invitations').where('account_id', '=', accountId).execute();
      await tx.deleteFrom('group_members').where('account_id', '=', accountId).execute();
    },
    async expire(tx, now) {
      const before = new Date(now - yearMs).toISOString();
      const gone = await Promise.all([
        tx.deleteFrom('group_members').where((eb) => eb.or([eb('ended_at', '<', before), eb('until', '<', before.slice(0, 10))])).executeTakeFirst(),
        tx.deleteFrom('group_requests').where('answered_at', '<', before).executeTakeFirst(),
        tx.deleteFrom('group_invitations').where((eb) => eb.or([eb('answered_at', '<', before), eb('expires_at', '<', new Date(now - yearMs / 12).toISOString())])).executeTakeFirst(),
      ]);
      return gone.reduce((sum, { numDeletedRows }) => sum + Number(numDeletedRows), 0);
    },
  },
  {
    tables: ['group_documents', 'group_document_versions'],
    what: 'Les documents déposés dans un groupe : qui les a déposés, par la fonction et la structure, et quand.',
    why: 'Travailler à plusieurs sur un texte et retrouver ses versions.',
    seenBy: 'Les personnes du groupe. Le nom n’est pas écrit : la fonction et la structure.',
    kept: 'Tant que le groupe garde le document.',
    whenLeft: 'Les documents restent au groupe, avec la structure ; le lien avec le compte et la fonction sont effacés.',
    read: async (db, accountId) => {
      const rows = await db.selectFrom('group_document_versions as v').innerJoin('group_documents as d', 'd.id', 'v.document_id').select(['d.title', 'v.number', 'v.change', 'v.added_at']).where('v.author_id', '=', accountId).orderBy('v.added_at').execute();
      return rows.length ? rows : undefined;
    },
    leave: async (tx, accountId) => void (await tx.updateTable('group_document_versions').set({ author_id: null, author: 'Personne partie' }).where('author_id', '=', accountId).execute()),
  },
];
