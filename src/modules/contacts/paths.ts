import { path } from '~/platform/http/paths.ts';

export const paths = {
  lists: path('/contacts'),
  createList: path('/contacts/listes'),
  list: path('/contacts/listes/:id'),
  removeList: path('/contacts/listes/:id/retrait'),
  create: path('/contacts/nouveau'),
  paste: path('/contacts/coller'),
  contact: path('/contacts/fiches/:id'),
  remove: path('/contacts/fiches/:id/retrait'),
  invite: path('/contacts/invitations/nouvelle'),
  invitation: path('/contacts/invitations/:id'),
  remind: path('/contacts/invitations/:id/relance'),
  /** By the signed links of a mail, without signing in. */
  answer: path('/reponse-invitation/:token'),
  erase: path('/effacement-contact/:token'),
};
