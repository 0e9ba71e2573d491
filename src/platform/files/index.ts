export { readPhoto, type Photo } from './photo.ts';
export { cleanFileName, detectDocument } from './types.ts';
