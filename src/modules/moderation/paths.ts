import { path } from '~/platform/http/paths.ts';
import { commonPaths } from '~/sheets/paths.ts';

export const paths = {
  report: commonPaths.report,
  reported: path('/signaler/merci'),
  mine: commonPaths.publications,
  /** By the author of what a measure concerns. */
  appeal: path('/mes-publications/:id/recours'),
  queue: path('/moderation'),
  log: path('/moderation/journal'),
  publication: path('/moderation/publications/:id'),
  reportShown: path('/moderation/signalements/:id'),
  appealShown: path('/moderation/recours/:id'),
  lifting: path('/moderation/mesures/:id/levee'),
};
