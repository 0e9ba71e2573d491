export const methods = ['single', 'multiple', 'ranked', 'dates'] as const;
export type Method = (typeof methods)[number];
export type Rule = 'borda' | 'runoff';
export type Electorate = 'instance' | 'network' | 'group' | 'event';
export type Voters = 'body' | 'person';

export interface PollOption {
  id: string;
  label: string;
}

export interface Poll {
  id: string;
  title: string;
  slug: string;
  state: 'draft' | 'open' | 'closed' | 'published' | 'adopted';
  nature: 'question' | 'name';
  method: Method;
  rule: Rule | null;
  most: number | null;
  other: boolean;
  electorate: Electorate;
  roomId: string | null;
  voters: Voters;
  secret: boolean;
  /** Last day, ISO. */
  closesOn: string | null;
  options: PollOption[];
  result: Result | null;
}

/** By option id: 1 when chosen, a rank from 1, or for a date 2 yes, 1 if need be, 0 no. */
export type Choices = Readonly<Record<string, number>>;

export interface Ballot {
  choices: Choices;
  other: string | null;
}

export interface ResultLine {
  id: string;
  label: string;
  /** Ballots that chose it, points, ballots in the last round where it stood, or « yes ». */
  n: number;
  /** Of a date. */
  ifNeedBe?: number;
  no?: number;
}

export interface Result {
  /** Who could vote, and who did. */
  electors: number;
  voted: number;
  /** Best first. */
  lines: ResultLine[];
  /** Ids; several when they are equal, none when nobody voted. */
  first: string[];
  /** Instant run-off: ballots by option at each round, and those that leave. */
  rounds?: { counts: Record<string, number>; out: string[] }[];
  /** Free answers, alike ones counted together. */
  others: { text: string; n: number }[];
}
