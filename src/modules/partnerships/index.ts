export { createPartnership } from './commands.ts';
export { addAgreement } from './agreements/commands.ts';
export { changeStrand } from './strands/commands.ts';
export { countPartnerships, isCounted, signOf, type Count } from './rules.ts';
export { listPartnerships, type PartnershipSummary } from './queries.ts';
export { listAnniversaries, type Anniversary } from './anniversaries/queries.ts';
export { AnniversaryList } from './anniversaries/pages/list.tsx';
export { paths as partnershipPaths } from './paths.ts';
