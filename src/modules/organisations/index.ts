export { createOrganisation, type OrganisationInput } from './commands.ts';
export { paths as organisationPaths } from './paths.ts';
