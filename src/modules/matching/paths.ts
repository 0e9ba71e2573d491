import { path } from '~/platform/http/paths.ts';
import { commonPaths } from '~/sheets/index.ts';

export const paths = {
  /** What one's body seeks and offers; by the link of a mail, without signing in. */
  census: path('/recensement'),
  censusLink: path('/recensement/lien/:token'),
  censusThanks: path('/recensement/merci'),
  campaign: path('/reseaux/:slug/recensement'),
  campaignReminder: path('/reseaux/:slug/recensement/rappel'),
  campaignEnd: path('/reseaux/:slug/recensement/cloture'),
  /** With whom, and why. */
  matches: path('/rapprochements'),
  method: path('/rapprochements/methode'),
  cities: path('/rapprochements/villes'),
  actors: path('/rapprochements/acteurs'),
  refusal: path('/rapprochements/:body/ecarter'),
  refusalEnd: path('/rapprochements/:body/reprendre'),
  review: path('/reseaux/:slug/rapprochements'),
  reviewed: path('/reseaux/:slug/rapprochements/relus'),
  introductions: path('/mises-en-relation'),
  newIntroduction: path('/mises-en-relation/nouvelle'),
  introduction: path('/mises-en-relation/:id'),
  agreement: path('/mises-en-relation/:id/accord'),
  decline: path('/mises-en-relation/:id/refus'),
  withdrawal: path('/mises-en-relation/:id/retrait'),
  outcome: path('/mises-en-relation/:id/suites'),
  newProject: commonPaths.commonProject,
  project: path('/projets-communs/:slug'),
  projectAgreement: path('/projets-communs/:slug/accord'),
  projectDecline: path('/projets-communs/:slug/refus'),
};
