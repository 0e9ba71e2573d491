import { sql } from '~/platform/db/index.ts';
import type { Subscriber } from '~/platform/jobs/index.ts';

/** R024: two values were settled on a sheet: a doubt about its date that touches nothing still in doubt is settled with them. */
export const closeSettled: Subscriber = async (tx, event) => {
  if (!event.sheetId || !event.name.endsWith('.settled')) return;
  await sql`
    update doubts d set outcome = 'settled', handling = concat_ws(' ', d.handling, said.note)
    from (select settled_note as note from sheet_facts where sheet_id = ${event.sheetId} and settled_note is not null order by settled_at desc limit 1) said
    where d.outcome = 'open' and d.subject = 'date'
      and exists (select 1 from doubt_sheets s where s.doubt_id = d.id and s.sheet_id = ${event.sheetId})
      and not exists (select 1 from doubt_sheets s join sheets on sheets.id = s.sheet_id where s.doubt_id = d.id and sheets.to_confirm)`.execute(tx);
};
