import type { Role } from '~/sheets/index.ts';

/** On which kinds of body each role is held; an administrator's is the instance. */
const kinds: Record<Role, readonly string[]> = {
  'agent': ['territory', 'organisation', 'network'],
  'elected': ['territory', 'organisation'],
  'project-holder': ['organisation'],
  'funder': ['organisation'],
  'partner': ['territory'],
  'animator': ['network', 'organisation'],
  'chair': ['group'],
  'expert': ['group'],
  'administrator': [],
};

export const grantableRoles = Object.keys(kinds) as Role[];

export const bodyKindsOf = (role: Role): readonly string[] => kinds[role];

export const isGrantable = (text: string): text is Role => Object.hasOwn(kinds, text);

/** Written in the journal: what concerns the running of the instance, not the sheets. */
export const journalNames = ['mandate.granted', 'mandate.ended', 'settings.updated', 'mail.tested', 'mail.retried', 'job.retried', 'data.export_asked', 'account.left', 'account.created', 'person.erased'] as const;
