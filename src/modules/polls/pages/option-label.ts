import { formatPartialDate, useView } from '~/platform/i18n/index.ts';
import type { Poll } from '../types.ts';

/** A date is kept as a day and read in words. */
export function useOptionLabel(poll: Pick<Poll, 'method'>): (label: string) => string {
  const { lang } = useView();
  return (label) => (poll.method === 'dates' ? formatPartialDate(lang, { value: label, precision: 'day' }, { weekday: true }) : label);
}
