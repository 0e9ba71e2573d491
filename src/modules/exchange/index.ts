export { mayList, readExpiry, readFor, readPublication } from './create.ts';
export { audience, expiry as expiryField, publishedAudience } from './fields.ts';
export { addMonths, checkExpiry } from './rules.ts';
