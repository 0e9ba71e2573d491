import type { Module } from '~/sheets/index.ts';
import { demo } from './demo.ts';

/** No page, no kind of sheet: people are shown by what they did, on the pages of meetings and groups. */
export const people: Module = { name: 'people', demo };
