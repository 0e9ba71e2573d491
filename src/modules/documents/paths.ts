import { path } from '~/platform/http/paths.ts';
import { commonPaths } from '~/sheets/paths.ts';

/** On a document's page, `genre` narrows what comes from it to one kind of sheet; `page` counts from 1. */
export const paths = { list: path('/documents'), show: commonPaths.document };
