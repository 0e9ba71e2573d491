import { path } from '~/platform/http/paths.ts';
import { commonPaths } from '~/sheets/index.ts';

export const paths = {
  signIn: commonPaths.signIn,
  sent: path('/connexion/envoye'),
  link: path('/connexion/lien/:token'),
  welcome: path('/connexion/bienvenue'),
  passkeyQuestion: path('/connexion/cle/question'),
  passkeySignIn: path('/connexion/cle'),
  provider: path('/connexion/fournisseur'),
  providerReturn: path('/connexion/fournisseur/retour'),
  signOut: commonPaths.signOut,
  mandates: commonPaths.mandates,
  account: commonPaths.account,
  mail: path('/compte/adresse'),
  newMail: path('/compte/adresse/:token'),
  closeDevice: path('/compte/appareils/:id/cloture'),
  closeDevices: path('/compte/appareils/cloture'),
  addPasskey: path('/compte/cles'),
  addPasskeyQuestion: path('/compte/cles/question'),
  passkey: path('/compte/cles/:id'),
  removePasskey: path('/compte/cles/:id/retrait'),
  removeIdentity: path('/compte/fournisseur/:id/retrait'),
};
