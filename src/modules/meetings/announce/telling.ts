import { sql, type Tx } from '~/platform/db/index.ts';
import { formatPartialDate, localizePath, translator, type Lang } from '~/platform/i18n/index.ts';
import type { Subscriber } from '~/platform/jobs/index.ts';
import { queueMail } from '~/platform/mail/queue.ts';
import { sheetHref, tellAccounts, toDate } from '~/sheets/index.ts';
import { meetingKind } from '../messages.ts';

type Told = 'cancelled' | 'postponed' | 'moved';

/** R174: whoever was to come learns that it is off or moved: members in their news, others by mail. Nobody travels for nothing. */
export const tellComing: Subscriber = async (tx, event, { origin }) => {
  if (event.name !== 'event.state' || !event.sheetId) return;
  const sheet = await findChanged(tx, event.id, event.sheetId);
  const what = sheet && whatOf(sheet);
  if (!what) return;
  const people = await tx.selectFrom('registrations').select(['account_id', 'mail', 'lang']).where('meeting_id', '=', event.sheetId).where('state', 'in', ['registered', 'waiting', 'invited', 'asked']).execute();
  const path = sheetHref('event', sheet.slug);
  await tellAccounts(tx, { name: `event.${what}`, sheetId: event.sheetId, actor: { name: event.actor, ...(event.accountId ? { accountId: event.accountId } : {}) } }, { accounts: people.flatMap((one) => one.account_id ?? []), path, label: sheet.title, quiet: true });
  for (const { account_id, mail, lang } of people) {
    if (account_id || !mail) continue;
    const t = translator(meetingKind, lang as Lang);
    const when = sheet.start ? formatPartialDate(lang as Lang, sheet.start, { weekday: true }) : '';
    await queueMail(tx, { to: mail, kind: 'registration', subject: t(`mail.${what}.subject`, { title: sheet.title }), text: t(`mail.${what}.text`, { title: sheet.title, reason: sheet.reason ?? '', when, link: origin + localizePath(lang as Lang, path) }) });
  }
};

interface Changed { slug: string; title: string; state: string; before: string | null; after: string; reason: string | null; start: ReturnType<typeof toDate> }

async function findChanged(tx: Tx, eventId: string, sheetId: string): Promise<Changed | undefined> {
  const { rows } = await sql<Omit<Changed, 'start'> & { start_date: string | null; start_precision: string | null }>`
    select s.slug, s.title, s.state, s.start_date, s.start_precision, e.changes->'state'->>0 as before, e.changes->'state'->>1 as after,
      (select t.reason from sheet_states t where t.sheet_id = s.id and t.reason is not null order by t.position desc limit 1) as reason
    from events e join sheets s on s.id = e.sheet_id where e.id = ${eventId}::uuid and s.id = ${sheetId}::uuid`.execute(tx);
  const [row] = rows;
  return row && { ...row, start: toDate(row.start_date, row.start_precision) };
}

/** Put off and given a new day at once is told once, as moved. */
function whatOf({ state, before, after }: Changed): Told | undefined {
  if (after === 'cancelled') return 'cancelled';
  if (after === 'postponed') return state === 'postponed' ? 'postponed' : undefined;
  return before === 'postponed' && after === 'planned' ? 'moved' : undefined;
}
