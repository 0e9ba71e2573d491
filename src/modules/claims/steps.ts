import type { Form } from '~/platform/http/form.ts';
import type { Answers } from './draft.ts';
import { hasProof, type Held } from './proofs.ts';
import type { ClaimRole, Proof } from './rules.ts';

export const stepCount = 3;
export type Step = 1 | 2 | 3;

const fields: Record<Step, readonly string[]> = { 1: ['role', 'fonction', 'service'], 2: ['preuve', 'mot'], 3: [] };

/** An error is the name of the field and the message that says it. */
export type Errors = { name: string; key: 'error.role' | 'error.function' | 'error.proof' | 'error.word' | 'error.kept' | 'error.asked' | 'error.gone' | 'error.many' }[];

export function readStep(step: Step, form: Form, before: Answers): Answers {
  return { ...before, ...Object.fromEntries(fields[step].map((name) => [name, [form.text(name).slice(0, name === 'mot' ? 1000 : 120)]])) };
}

const said = (answers: Answers, name: string) => answers[name]?.[0] ?? '';

export function checkStep(step: Step, answers: Answers, held: Held): Errors {
  if (step === 1) {
    return [
      ...(['agent', 'elected'].includes(said(answers, 'role')) ? [] : [{ name: 'role', key: 'error.role' as const }]),
      ...(said(answers, 'fonction').length >= 3 ? [] : [{ name: 'fonction', key: 'error.function' as const }]),
    ];
  }
  if (step === 3) return [];
  const proof = said(answers, 'preuve') as Proof;
  if (proof === 'word') return said(answers, 'mot').length >= 10 ? [] : [{ name: 'mot', key: 'error.word' }];
  return hasProof(held, proof) ? [] : [{ name: 'preuve', key: 'error.proof' }];
}

/** The step that the person is at: never beyond one that is not answered. */
export function stepOf(asked: string | undefined, answers: Answers, held: Held): Step {
  const wanted = Math.min(Math.max(Math.trunc(Number(asked)) || 1, 1), stepCount) as Step;
  const open = ([1, 2] as const).find((step) => step < wanted && checkStep(step, answers, held).length > 0);
  return open ?? wanted;
}

export function toClaim(answers: Answers): { role: ClaimRole; function: string; service: string | null; proof: Proof; word: string | null } {
  return {
    role: said(answers, 'role') as ClaimRole, function: said(answers, 'fonction'), service: said(answers, 'service') || null,
    proof: said(answers, 'preuve') as Proof, word: said(answers, 'mot') || null,
  };
}
