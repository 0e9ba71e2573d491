import { path } from '~/platform/http/paths.ts';

export const paths = {
  list: path('/visites'),
  show: path('/visites/:slug'),
  /** A member asks to come along on a trip. */
  join: path('/visites/:slug/se-joindre'),
  /** The answer of whoever announced it. */
  answer: path('/visites/:slug/demandes/:id'),
  /** Whoever asked to be received thinks better of it. */
  withdraw: path('/visites/:slug/retrait'),
};
