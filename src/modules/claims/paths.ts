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
  /** Acting for the authority that was granted, then its form. */
  filling: path('/revendications/:id/completer'),
  objection: path('/revendications/:id/objection'),
  areas: path('/revendications-territoires'),
};
