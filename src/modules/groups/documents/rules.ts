import type { FileFault } from '~/platform/files/index.ts';
import type { Form } from '~/platform/http/form.ts';

export interface Sent {
  title: string;
  /** What this version changes. */
  change: string | null;
  /** The count of changes that the form was drawn from. */
  seen: number;
}

export interface Fault {
  name: 'titre' | 'fichier' | 'change';
  key: 'error.docTitle' | 'error.file.missing' | `error.${FileFault}` | 'error.stale';
}

export function readSent(form: Form): { sent: Sent; faults: Fault[] } {
  const seen = form.text('version');
  const sent = { title: form.text('titre').replace(/\s+/g, ' ').slice(0, 200), change: form.text('change').slice(0, 1000) || null, seen: /^\d{1,9}$/.test(seen) ? Number(seen) : 0 };
  return { sent, faults: sent.title ? [] : [{ name: 'titre', key: 'error.docTitle' }] };
}
