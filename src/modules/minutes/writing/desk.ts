import type { Writing } from '../access.ts';
import type { FollowUp } from '../follow-ups/queries.ts';
import type { Review } from '../review/queries.ts';
import type { Draft, Writer } from './queries.ts';

export interface DeskFault {
  on: string;
  code: 'title.missing' | 'title.long' | 'mail.wrong' | 'writer.missing' | `publish.${'empty' | 'asides' | 'corrections' | 'days' | 'future' | 'changed'}`;
  typed?: Record<string, string>;
}

export interface DeskProps {
  writing: Writing;
  draft: Draft;
  followUps: FollowUp[];
  owners: [string, string][];
  writers: Writer[];
  colleagues: Writer[];
  authors: Map<string, { author: string; at: string }>;
  review: Review;
  fault?: DeskFault;
}
