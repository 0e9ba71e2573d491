import type { Read } from '~/platform/db/index.ts';
import type { Lang } from '~/platform/i18n/index.ts';
import type { Reader } from './visibility.ts';

/** A thing that waits for somebody in « Mon espace »: a sentence, how long it takes, one main gesture. Written in the reader's language. */
export interface Waiting {
  title: string;
  text?: string;
  /** `seconds` 10: « 10 secondes ». */
  seconds: number;
  /** Done at once by a post (filled button), or a page to open (outlined). */
  main: { label: string; post: string; fields?: Record<string, string> } | { label: string; href: string };
  other?: { label: string; href: string };
  /** When it began to wait, ISO: the oldest first within a rank. */
  since: string;
  /** 1 somebody waits for an answer; 2 a date comes; 3 keeping true. */
  rank: 1 | 2 | 3;
}

export type WaitingFor = (db: Read, reader: Reader, lang: Lang, today: string) => Promise<Waiting[]>;
