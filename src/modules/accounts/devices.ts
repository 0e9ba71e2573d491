import { sql, type Read, type Tx } from '~/platform/db/index.ts';
import { translator, type Lang } from '~/platform/i18n/index.ts';
import { messages } from './messages.ts';

export interface Device {
  id: string;
  device: string;
  createdAt: string;
  seenAt: string;
}

/** Where an account is signed in, the last used first. */
export async function listDevices(db: Read, accountId: string): Promise<Device[]> {
  return db
    .selectFrom('sessions')
    .select(['id', 'device', 'created_at as createdAt', 'seen_at as seenAt'])
    .where('account_id', '=', accountId)
    .where('expires_at', '>', sql<string>`now()`)
    .orderBy('seen_at', 'desc')
    .limit(100)
    .execute();
}

/** Signs out one device of this account, or all of them. */
export async function closeDevices(tx: Tx, accountId: string, sessionId?: string): Promise<void> {
  await tx
    .deleteFrom('sessions')
    .where('account_id', '=', accountId)
    .$if(sessionId !== undefined, (query) => query.where('id', '=', sessionId!))
    .execute();
}

/** `Firefox/Linux`: « Firefox sur Linux ». */
export function formatDevice(lang: Lang, device: string): string {
  const t = translator(messages, lang);
  const [browser, system] = device.split('/');
  return system ? t('device', { browser: browser!, system }) : device || t('device.unknown');
}
