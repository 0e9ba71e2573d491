import type { EditRefusal, FieldSpec, Input } from '~/sheets/index.ts';
import type { RoleInput, RoleRefusal } from './role-commands.ts';
import { needsScope, roles, type Role } from './rules.ts';

export const roleFields: readonly FieldSpec[] = [
  { name: 'fonction', type: 'select', required: true, choices: roles, sourced: true },
  { name: 'portee', type: 'text' },
  { name: 'debut', type: 'date' },
  { name: 'fin', type: 'date' },
  { name: 'lieu', type: 'text', max: 120 },
  { name: 'precision', type: 'text', max: 300 },
];

export const closeRoleFields: readonly FieldSpec[] = [{ name: 'fin', type: 'date', required: true }];

/** What every form that says a role asks, wherever it stands. */
export function readRole(input: Input): Omit<RoleInput, 'networkId' | 'holders' | 'sources'> | EditRefusal {
  const role = input.text('fonction') as Role;
  const scope = input.text('portee');
  if (needsScope(role) && !scope) return { refused: 'scope-missing', field: 'portee' };
  return { role, scope, since: input.date('debut'), until: input.date('fin'), hostingPlace: input.text('lieu'), note: input.text('precision') };
}

export function toRoleRefusal(done: { id: string } | RoleRefusal): EditRefusal | null {
  if (!('refused' in done)) return null;
  return { refused: done.refused, field: done.refused === 'dates-order' ? 'fin' : 'fonction' };
}

export function toEndRefusal(done: 'closed' | { refused: string }): EditRefusal | null {
  return done === 'closed' ? null : { refused: done.refused, field: 'fin' };
}
