import { path } from '~/platform/http/paths.ts';
import { commonPaths } from '~/sheets/index.ts';

export const paths = {
  confirm: commonPaths.confirm,
  unconfirm: commonPaths.unconfirm,
  /** Of one's own sheets: all of them, and several confirmed at once. */
  sheets: commonPaths.keptSheets,
  several: path('/mon-espace/fraicheur'),
  /** The signed link of the yearly mail. */
  link: path('/fraicheur/:token'),
};
