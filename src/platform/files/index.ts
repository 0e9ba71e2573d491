export { readPhoto, type Photo } from './photo.ts';
export { cleanFileName, detectDocument } from './types.ts';
export { addFile, dailyBytes, findFile, keepFile, maxDocumentBytes, maxPhotoBytes, type FileFault, type FileKind, type KeptFile } from './store.ts';
