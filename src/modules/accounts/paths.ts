import { path } from '~/platform/http/paths.ts';
import { commonPaths } from '~/sheets/index.ts';

export const paths = {
  signIn: commonPaths.signIn,
  signOut: commonPaths.signOut,
  mandates: commonPaths.mandates,
  account: path('/compte'),
};
