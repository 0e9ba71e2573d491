import type { PersonalData } from '~/sheets/index.ts';
import { removePersonOf } from './card-commands.ts';
import { findPersonOf } from './card-queries.ts';

export const personal: readonly PersonalData[] = [
  {
    tables: ['people', 'person_names', 'person_functions', 'person_consents'],
    what: 'La fiche d’une personne : son nom et ses autres graphies, l’adresse et le téléphone qu’elle veut montrer, ses fonctions avec leurs dates, ses accords et leurs retraits, datés. Les personnes que citent les documents y sont aussi, avec ce que les documents en disent.',
    why: 'Que les élus et les agents chargés de l’international se connaissent ; que les propos d’une rencontre aient leur auteur.',
    seenBy: 'Tout le monde pour les élus et les ambassadeurs, avec leur fonction ; les membres pour ce que la personne a accepté, champ par champ ; personne pour le reste.',
    kept: 'Tant que la personne le veut ; pour les personnes citées par un document, tant que le document est cité.',
    whenLeft: 'La fiche est effacée. Si un document ou un compte rendu cite la personne, le contact et les accords sont effacés, et le nom aussi, sauf celui d’un mandat public.',
    async read(db, accountId) {
      const id = await findPersonOf(db, accountId);
      if (!id) return undefined;
      const [person, names, functions, consents] = await Promise.all([
        db.selectFrom('people').select(['first_name', 'last_name', 'civility', 'mail', 'phone', 'created_at']).where('id', '=', id).executeTakeFirst(),
        db.selectFrom('person_names').select('name').where('person_id', '=', id).execute(),
        db.selectFrom('person_functions').select(['function', 'body', 'standing', 'is_current', 'since', 'until', 'as_of', 'document_id']).where('person_id', '=', id).orderBy('position').execute(),
        db.selectFrom('person_consents').select(['field', 'given_at', 'withdrawn_at']).where('person_id', '=', id).execute(),
      ]);
      return { person, otherSpellings: names.map((one) => one.name), functions, consents };
    },
    leave: removePersonOf,
  },
];
