import { path } from '~/platform/http/paths.ts';

export const paths = {
  list: path('/sondages'),
  show: path('/sondages/:slug'),
  ballot: path('/sondages/:slug/bulletin'),
  /** With the code of a secret ballot, from another browser. */
  recast: path('/sondages/:slug/bulletin/code'),
  withdraw: path('/sondages/:slug/bulletin/retrait'),
  /** What people in a room type on their phones: as short as can be. */
  rooms: path('/salle'),
  room: path('/salle/:code'),
  closeRoom: path('/salle/:code/cloture'),
  ask: path('/fiches/:genre/:slug/question'),
};
