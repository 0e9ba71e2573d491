import { path } from '~/platform/http/paths.ts';
import { commonPaths } from '~/sheets/index.ts';

export const paths = {
  /** Those of a sheet, for its keepers, and inviting one more. */
  list: commonPaths.invitations,
  withdraw: path('/fiches/:genre/:slug/invitations/:id/retrait'),
  /** The other side, signed in, says that a shared sheet is right. */
  agreement: commonPaths.agreement,
  /** What the mail leads to; the token is in the query: `?jeton=…`. */
  guest: path('/invitation'),
  confirm: path('/invitation/confirmation'),
  correct: path('/invitation/correction'),
  account: path('/invitation/compte'),
};
