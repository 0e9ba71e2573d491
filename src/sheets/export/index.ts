export { answerFile, answerOne } from './answer.ts';
export { mainPlace } from './csv.ts';
export { toIso, toItem, type Item } from './item.ts';
export { writeSheetFeed, type FeedEntry } from './atom.ts';
export { attributionOf, licence } from './licence.ts';
export { buildJson } from './json.ts';
