import { newId, type Tx } from '~/platform/db/index.ts';
import type { Lang } from '~/platform/i18n/index.ts';
import { recordModeration } from './commands.ts';
import { tellReceived } from './notices.ts';
import type { Reason } from './rules.ts';

export interface ReportInput {
  sheetId: string;
  reason: Reason;
  text: string;
  lang: Lang;
  /** Null: does not want to hear of it. */
  mail: string | null;
}

export async function createReport(tx: Tx, { mail, ...input }: ReportInput, now: number): Promise<string> {
  const id = newId();
  await tx
    .insertInto('reports')
    .values({ id, sheet_id: input.sheetId, reason: input.reason, text: input.text, lang: input.lang, wants_reply: mail !== null, mail, received_at: new Date(now).toISOString() })
    .execute();
  await recordModeration(tx, { name: 'visiteur' }, 'reported');
  if (mail) await tellReceived(tx, mail, input.lang);
  return id;
}
