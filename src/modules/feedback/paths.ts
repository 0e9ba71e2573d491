import { path } from '~/platform/http/paths.ts';
import { commonPaths } from '~/sheets/paths.ts';

export const paths = {
  form: commonPaths.feedback,
  thanks: path('/avis/merci'),
  /** For those who keep the page. */
  list: path('/retours'),
  show: path('/retours/:id'),
  assignment: path('/retours/:id/affectation'),
  answer: path('/retours/:id/reponse'),
  application: path('/retours/:id/application'),
  closing: path('/retours/:id/cloture'),
};
