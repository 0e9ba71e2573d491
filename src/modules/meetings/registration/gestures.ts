import { recordAttempt } from '~/modules/accounts/index.ts';
import { isId } from '~/platform/db/index.ts';
import type { Form } from '~/platform/http/form.ts';
import { translator } from '~/platform/i18n/index.ts';
import type { SheetAsk } from '~/sheets/index.ts';
import type { FormError } from '~/ui/index.ts';
import { addAttendances } from '../attendance/commands.ts';
import type { SessionListed } from '../queries.ts';
import { acceptRegistration, cancelRegistration, updateReminders, updateSessions } from './commands.ts';
import { aroundOf } from './found.ts';
import { messages } from './messages.ts';
import type { Doors, Registration } from './queries.ts';
import { listOverlaps } from './rules.ts';

/** Whose registration it is, however they proved it: by their account or by the link of a mail. */
export interface Holder {
  registration: Registration;
  doors: Doors;
  sessions: readonly SessionListed[];
  isOver: boolean;
}

/** What to say next, or why not; null: there is nothing here to do. */
export type Done = { said: string } | { errors: FormError[]; chosen?: readonly string[] } | null;

export const gestures = {
  async accept(ask: SheetAsk, { registration, isOver }: Holder): Promise<Done> {
    if (isOver) return null;
    const state = await ask.primary.transaction().execute((tx) => acceptRegistration(tx, registration.id, registration.meetingId, aroundOf(ask)));
    if (state === 'cancelled') return null;
    return { said: state === 'waiting' ? t(ask)('done.waiting') : t(ask)('done.registered') };
  },
  async cancel(ask: SheetAsk, { registration, isOver }: Holder): Promise<Done> {
    if (isOver) return null;
    await ask.primary.transaction().execute((tx) => cancelRegistration(tx, registration.id, registration.meetingId, aroundOf(ask)));
    return { said: t(ask)(registration.state === 'invited' ? 'done.declined' : 'done.cancelled') };
  },
  async sessions(ask: SheetAsk, holder: Holder): Promise<Done> {
    if (holder.isOver || (holder.registration.state !== 'registered' && holder.registration.state !== 'waiting')) return null;
    const { chosen, errors } = readSessions(ask, await ask.form(), holder.sessions);
    if (errors.length) return { errors, chosen };
    await ask.primary.transaction().execute((tx) => updateSessions(tx, holder.registration.id, holder.registration.meetingId, chosen));
    return { said: t(ask)('sessions.done') };
  },
  async reminders(ask: SheetAsk, { registration }: Holder): Promise<Done> {
    const wanted = (await ask.form()).text('rappels') === '1';
    await ask.primary.transaction().execute((tx) => updateReminders(tx, registration.id, wanted));
    return { said: t(ask)(wanted ? 'done.reminders.on' : 'done.reminders.off') };
  },
  async presence(ask: SheetAsk, { registration, doors }: Holder): Promise<Done> {
    if (registration.state !== 'registered' || !isCodeOpen(doors, ask.today)) return null;
    const wait = await recordAttempt(ask.primary, [{ name: 'presence code', of: registration.id, most: 10, minutes: 10 }]);
    if (wait !== null) return { errors: [{ name: 'code', message: t(ask)('form.tooMany', { minutes: wait }) }] };
    const typed = (await ask.form()).text('code').replace(/\s/g, '').toUpperCase();
    if (typed !== doors.code) return { errors: [{ name: 'code', message: t(ask)('mine.presence.wrong') }] };
    await ask.primary.transaction().execute((tx) => addAttendances(tx, null, registration.meetingId, [{ registrationId: registration.id, ...(registration.name ? { name: registration.name } : {}), how: 'code' }]));
    return { said: t(ask)('mine.presence.done') };
  },
};

export const isCodeOpen = ({ code, codeDay }: Doors, today: string) => code !== null && codeDay === today;

/** Sessions ticked; two at the same time are asked about once, and kept when the person says so. */
export function readSessions(ask: SheetAsk, form: Form, sessions: readonly SessionListed[]): { chosen: string[]; errors: FormError[] } {
  const chosen = form.list('seances').filter((id) => isId(id) && sessions.some((one) => one.id === id));
  if (form.text('garder') === '1') return { chosen, errors: [] };
  const overlaps = listOverlaps(sessions.filter(({ id }) => chosen.includes(id)));
  return { chosen, errors: overlaps.map(([one, other]) => ({ name: 'seances', message: t(ask)('sessions.overlap', { number: one.number, other: other.number }) })) };
}

const t = (ask: SheetAsk) => translator(messages, ask.lang);
