import { sql } from '~/platform/db/index.ts';
import type { PersonalData } from '~/sheets/index.ts';

export const personal: readonly PersonalData[] = [
  {
    tables: ['contacts'],
    what: 'Le contact du service international d’une collectivité ou d’une organisation : service, fonction, adresse, téléphone, page. L’adresse peut être celle d’une personne, si elle est d’accord.',
    why: 'Permettre aux partenaires d’écrire au bon service.',
    seenBy: 'Tout le monde si la case « Publier ce contact » est cochée ; sinon, seulement les personnes qui tiennent la fiche.',
    kept: 'Tant que la collectivité ou l’organisation ne le change pas.',
    whenLeft: 'Si l’adresse est celle de votre compte, elle est effacée ; le contact du service reste, ses collègues le changent.',
    async leave(tx, accountId) {
      await sql`update contacts c set mail = null, agreed = false from accounts a where a.id = ${accountId} and a.mail <> '' and lower(a.mail) = lower(c.mail)`.execute(tx);
    },
  },
];
