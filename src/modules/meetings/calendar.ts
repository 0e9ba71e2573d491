import { buildQuery } from '~/platform/http/paths.ts';

/** The agenda's own address, for one meeting and its sessions. The agenda comes after this module, so its path is written here. */
export function calendarHref(slug: string): string {
  return `/agenda.ics${buildQuery({ rencontre: slug })}`;
}
