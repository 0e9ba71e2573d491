export { addMandate, type AddMandateInput, type AddMandateRefusal } from './commands.ts';
export { bodyKindsOf, grantableRoles, isGrantable } from './rules.ts';
