import { path } from '~/platform/http/paths.ts';

export const paths = {
  list: path('/urgences'),
  show: path('/urgences/:slug'),
  call: path('/urgences/:slug/envoi'),
  answer: path('/urgences/:slug/reponse'),
  /** From the mail, without signing in: the link is bound to one account, one body, one alert. */
  link: path('/urgences/reponse/:token'),
};
