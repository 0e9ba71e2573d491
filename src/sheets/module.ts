import type { Bundle } from '~/platform/i18n/index.ts';
import type { Route } from '~/platform/http/request.ts';
import type { Tx } from '~/platform/db/index.ts';
import type { Queue, Subscriber } from '~/platform/jobs/index.ts';
import type { Inbox } from '~/platform/mail/index.ts';
import type { KindSpec } from './kinds.ts';
import type { PersonalData } from './personal.ts';
import type { PublishingWatch } from './publishing.ts';
import type { DeskPart } from './desk.ts';
import type { CountryPart, SheetPart } from './inside.ts';
import type { SpacePart } from './space.ts';
import type { WaitingFor } from './waiting.ts';

/** What the loader of the demonstration world knows when a module's turn comes. */
export interface World {
  /** Sheet id of a seed record: `world.id('territory', 'lima')`. Throws when it is not there. */
  id(kind: string, seedId: string): string;
  /** The same, or undefined. */
  find(kind: string, seedId: string): string | undefined;
  /** Remembers the sheet of a seed record for the modules that come after. */
  set(kind: string, seedId: string, sheetId: string): void;
  /** ISO code of a seed country id: `world.country('perou')` is `PE`. */
  country(seedId: string): string;
  /** Coordinates of a territory's sheet, for places and threads. */
  place(seedId: string, role: 'at' | 'from' | 'to'): import('./types.ts').Place;
}

export interface MenuItem {
  path: string;
  section: string;
  messages: Bundle;
  /** Key of the label in `messages`. */
  label: string;
  /** `main`: the header. `foot`: the footer, in four lists by `order`: to begin (under 10), to act (under 20), to explore (under 60), this site. */
  where: 'main' | 'foot';
  order: number;
}

/** What a module declares: data only. */
export interface Module {
  name: string;
  routes?: readonly Route[];
  kinds?: readonly KindSpec[];
  menu?: readonly MenuItem[];
  /** Told of every committed event, once, by the worker. */
  subscribers?: readonly Subscriber[];
  /** Long work, run by the worker. */
  queues?: readonly Queue[];
  /** Addresses that its mails are answered at. */
  inbox?: Inbox;
  /** What waits for a person in « Mon espace ». */
  waiting?: WaitingFor;
  /** Its blocks of « Mon espace ». */
  space?: readonly SpacePart[];
  /** Its blocks in the pages of other modules' sheets. */
  inside?: readonly SheetPart[];
  /** Its blocks in the pages of countries. */
  inCountries?: readonly CountryPart[];
  /** Words for what it tells of under the name of other modules’ sheets: a message by event name. */
  notices?: Bundle;
  /** Its lines of the animator's desk. */
  desk?: readonly DeskPart[];
  /** What it keeps of people. */
  personal?: readonly PersonalData[];
  /** Holds and refuses what people publish. */
  publishing?: PublishingWatch;
  /** Writes its part of the demonstration world, through its own commands. Runs once, in one transaction. */
  demo?: (tx: Tx, world: World) => Promise<void>;
}
