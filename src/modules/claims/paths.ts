import { path } from '~/platform/http/paths.ts';
import { commonPaths } from '~/sheets/index.ts';

export const paths = {
  /** « Ma collectivité est-elle référencée ? » */
  find: commonPaths.claims,
  /** Asking to keep one sheet, in three steps. */
  ask: commonPaths.claim,
  missing: path('/collectivite-manquante'),
  queue: path('/revendications'),
  show: path('/revendications/:id'),
  decision: path('/revendications/:id/decision'),
  withdrawal: path('/revendications/:id/retrait'),
  objection: path('/revendications/:id/objection'),
  areas: path('/revendications-territoires'),
};
