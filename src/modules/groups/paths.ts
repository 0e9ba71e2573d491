import { path } from '~/platform/http/paths.ts';

export const paths = {
  list: path('/groupes'),
  show: path('/groupes/:slug'),
  join: path('/groupes/:slug/rejoindre'),
  leave: path('/groupes/:slug/depart'),
  people: path('/groupes/:slug/personnes'),
  endPlace: path('/groupes/:slug/personnes/:account/retrait'),
  chair: path('/groupes/:slug/presidence'),
  endChair: path('/groupes/:slug/presidence/:mandate/fin'),
  acceptRequest: path('/groupes/:slug/demandes/:id/acceptation'),
  declineRequest: path('/groupes/:slug/demandes/:id/refus'),
  withdrawRequest: path('/groupes/:slug/demandes/:id/retrait'),
  invitations: path('/groupes/:slug/invitations'),
  inviteBodies: path('/groupes/:slug/invitations/collectivites'),
  withdrawInvitation: path('/groupes/:slug/invitations/:id/retrait'),
  /** What an invitation leads to, by mail or from « Mon espace »; a mail's token is in the query: `?jeton=…`. */
  invitation: path('/invitation-groupe/:id'),
  decline: path('/invitation-groupe/:id/refus'),
  documents: path('/groupes/:slug/documents'),
  newDocument: path('/groupes/:slug/documents/nouveau'),
  document: path('/groupes/:slug/documents/:id'),
  newVersion: path('/groupes/:slug/documents/:id/versions'),
  removeDocument: path('/groupes/:slug/documents/:id/retrait'),
  file: path('/groupes/:slug/documents/:id/versions/:number/fichier'),
};
