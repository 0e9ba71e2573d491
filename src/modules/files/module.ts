import type { Module } from '~/sheets/index.ts';
import { removeLooseFiles } from './commands.ts';
import { routes } from './routes.tsx';

export const files: Module = {
  name: 'files',
  routes,
  personal: [
    {
      tables: ['files'],
      what: 'Qui a envoyé une photo ou un document.',
      why: 'Répondre à une question sur cette pièce, et garder pour soi un fichier qui n’est pas encore décrit.',
      seenBy: 'Personne : la fiche ne montre que le crédit.',
      kept: 'Un jour pour un fichier jamais décrit, un mois après son retrait, sinon tant que la fiche le montre.',
      whenLeft: 'Le lien avec le compte est effacé ; la pièce reste sur la fiche de la collectivité.',
      read: (db, accountId) => db.selectFrom('files').select(['name', 'bytes', 'created_at']).where('account_id', '=', accountId).execute(),
      leave: async (tx, accountId) => void (await tx.updateTable('files').set({ account_id: null }).where('account_id', '=', accountId).execute()),
      expire: removeLooseFiles,
    },
  ],
};
