import type { Form } from '~/platform/http/form.ts';
import { isMail, longest, reasons, type Reason } from './rules.ts';

export interface TypedReport {
  reason: string;
  text: string;
  reply: string;
  mail: string;
}

export type ReportFault = 'reason' | 'text.missing' | 'text.long' | 'mail.missing' | 'mail.wrong';
export const fieldOf: Record<ReportFault, string> = { 'reason': 'motif', 'text.missing': 'explication', 'text.long': 'explication', 'mail.missing': 'adresse', 'mail.wrong': 'adresse' };

export const emptyReport: TypedReport = { reason: '', text: '', reply: 'non', mail: '' };

export function readReport(form: Form): { typed: TypedReport; faults: ReportFault[]; reason: Reason; mail: string | null } {
  const typed: TypedReport = { reason: form.text('motif'), text: form.text('explication'), reply: form.text('reponse') === 'oui' ? 'oui' : 'non', mail: form.text('adresse') };
  const reason = findReason(typed.reason);
  const wanted = typed.reply === 'oui';
  const faults: ReportFault[] = [];
  if (!reason) faults.push('reason');
  if (!typed.text) faults.push('text.missing');
  if (typed.text.length > longest) faults.push('text.long');
  if (wanted && !typed.mail) faults.push('mail.missing');
  else if (wanted && !isMail(typed.mail)) faults.push('mail.wrong');
  return { typed, faults, reason: reason ?? 'other', mail: wanted ? typed.mail : null };
}

export function findReason(text: string): Reason | undefined {
  return reasons.find((reason) => reason === text);
}

/** A moderator's decision as typed. */
export interface TypedDecision {
  verdict: string;
  reason: string;
  reasons: string;
  until: string;
}

export interface Attempted {
  typed?: TypedDecision;
  faults?: DecisionFault[];
}

export type DecisionFault = 'verdict' | 'reason' | 'reasons.missing' | 'reasons.long' | 'until' | 'late';
export const decisionFieldOf: Record<DecisionFault, string> = { 'verdict': 'decision', 'reason': 'motif', 'reasons.missing': 'raisons', 'reasons.long': 'raisons', 'until': 'jusquau', 'late': 'decision' };

export function readDecision(form: Form): TypedDecision {
  return { verdict: form.text('decision'), reason: form.text('motif'), reasons: form.text('raisons'), until: form.text('jusquau') };
}

/** What is missing; `grounded` verdicts want a ground, all but `free` ones want words. */
export function listDecisionFaults({ verdict, reason, reasons: words }: TypedDecision, known: readonly string[], grounded: readonly string[], free: readonly string[] = []): DecisionFault[] {
  if (!known.includes(verdict)) return ['verdict'];
  const faults: DecisionFault[] = [];
  if (grounded.includes(verdict) && !findReason(reason)) faults.push('reason');
  if (!free.includes(verdict) && !words) faults.push('reasons.missing');
  if (words.length > longest) faults.push('reasons.long');
  return faults;
}
