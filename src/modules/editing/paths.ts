import { path } from '~/platform/http/paths.ts';
import { commonPaths } from '~/sheets/index.ts';

const { edit, act, create, history, merge, suggestions, drafts, proposals, proposal } = commonPaths;

export const paths = {
  edit, act, create, history, merge, suggestions, drafts, proposals, proposal,
  acceptProposal: path('/propositions/:id/accord'),
  declineProposal: path('/propositions/:id/refus'),
  withdrawProposal: path('/propositions/:id/retrait'),
};
