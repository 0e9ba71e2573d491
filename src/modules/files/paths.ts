import { path } from '~/platform/http/paths.ts';
import { commonPaths } from '~/sheets/index.ts';

export const paths = {
  list: commonPaths.attachments,
  photo: commonPaths.photo,
  file: commonPaths.file,
  one: path('/pieces/:id'),
  remove: path('/pieces/:id/retrait'),
};
