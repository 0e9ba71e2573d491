import { path } from '~/platform/http/paths.ts';

export const paths = {
  /** Subscribing. */
  form: path('/lettre'),
  thanks: path('/lettre/merci'),
  /** By the link of a mail: `?jeton=…`. */
  confirm: path('/lettre/confirmation'),
  unsubscribe: path('/lettre/desabonnement/:token'),
  /** Issues that were sent. */
  list: path('/lettres'),
  show: path('/lettres/:number{[0-9]+}'),
  /** For those who animate. */
  desk: path('/lettres/preparation'),
  compose: path('/lettres/preparation/:id'),
  preview: path('/lettres/preparation/:id/apercu'),
  send: path('/lettres/preparation/:id/envoi'),
  remove: path('/lettres/preparation/:id/retrait'),
};
