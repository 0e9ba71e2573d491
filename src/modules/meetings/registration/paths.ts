import { path } from '~/platform/http/paths.ts';

export const paths = {
  /** Of a meeting: registering, then one's own registration. */
  registration: path('/rencontres/:slug/inscription'),
  cancel: path('/rencontres/:slug/inscription/annulation'),
  reminders: path('/rencontres/:slug/inscription/rappels'),
  presence: path('/rencontres/:slug/inscription/presence'),
  /** The same by the link of a mail, without signing in: `?jeton=…`. */
  mine: path('/inscription'),
  confirmMine: path('/inscription/confirmation'),
  sessionsOfMine: path('/inscription/seances'),
  cancelMine: path('/inscription/annulation'),
  remindersOfMine: path('/inscription/rappels'),
  presenceOfMine: path('/inscription/presence'),
  /** RFC 8058: the mail program posts here. */
  stop: path('/inscription/rappels/arret'),
  /** The programme on a phone, on the day. */
  live: path('/rencontres/:slug/en-seance'),
};
