import { path } from '~/platform/http/paths.ts';
import { commonPaths } from '~/sheets/index.ts';

export const paths = {
  data: commonPaths.personalData,
  leave: commonPaths.leave,
  askExport: path('/compte/donnees/exports'),
  export: path('/compte/donnees/exports/:id'),
  file: path('/compte/donnees/exports/:id/:file{donnees\\.(?:json|txt)}'),
};
