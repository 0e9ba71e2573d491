import type { PartialDate } from '~/platform/dates/partial.ts';
import type { Fact, Source, Visibility } from '~/sheets/index.ts';
import type { AgreementKind, AgreementState } from './agreements/rules.ts';
import type { Dimension, PartnershipState, PartnershipType, StartMeaning } from './rules.ts';
import type { Strand, StrandState } from './strands/rules.ts';

export interface Gain {
  side: 'here' | 'there';
  sentence: string;
  source?: Source;
}

export interface MilestoneInput {
  kind: 'visit' | 'project' | 'renewal' | 'other';
  title: string;
  detail?: string;
  planned?: boolean;
  at?: PartialDate;
  source?: Source;
}

export interface PartnershipInput {
  type: PartnershipType;
  /** Sheets of the French authorities; the first one leads. */
  french: string[];
  foreign: string[];
  slug?: string;
  title?: string;
  summary?: string;
  /** ISO codes, when only a country is known; otherwise those of the foreign territories. */
  countries?: string[];
  /** What stands for a partner that nobody has named yet: « une collectivité de Madagascar ». */
  placeholder?: string | null;
  visibility?: Extract<Visibility, 'public' | 'draft'>;
  start?: PartialDate;
  startMeaning?: StartMeaning;
  state: { state: PartnershipState; at?: PartialDate; reason?: string; note?: string; source?: Source };
  priority?: boolean | null;
  dimensions?: { list: Dimension[]; basis: 'own' | 'collective'; source?: Source };
  gains?: Gain[];
  milestones?: MilestoneInput[];
  themes?: string[];
  sources: Source[];
  facts?: Fact[];
  toConfirm?: boolean;
}

export interface StateInput {
  state: PartnershipState;
  at?: PartialDate;
  reason?: string;
  note?: string;
  source?: Source;
}

export interface StrandInput {
  strand: Strand;
  state: StrandState;
  at?: PartialDate;
  evidence?: string;
  reason?: string;
  note?: string;
  source?: Source;
}

export interface AgreementInput {
  kind: AgreementKind;
  title: string;
  state: AgreementState;
  stateAt?: PartialDate;
  note?: string;
  themes?: string[];
  start?: PartialDate;
  end?: PartialDate;
  /** The agreement that it renews. */
  renews?: string;
  source?: Source;
}

/** Which text says it, and where. */
export interface Cited {
  documentId: string | null;
  locator: string | null;
}

export interface GainShown extends Cited {
  side: 'here' | 'there';
  sentence: string;
}

export interface StrandShown extends Cited {
  strand: Strand;
  state: StrandState;
  at: PartialDate | null;
  evidence: string | null;
  reason: string | null;
  note: string | null;
}

export interface MilestoneShown extends Cited {
  kind: MilestoneInput['kind'];
  title: string;
  detail: string | null;
  planned: boolean;
  at: PartialDate | null;
}
