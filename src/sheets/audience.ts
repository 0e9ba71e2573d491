import { sql, type Read } from '~/platform/db/index.ts';
import { translator, type Lang } from '~/platform/i18n/index.ts';
import type { Choice } from './edit/types.ts';
import { messages } from './messages.ts';
import type { Visibility } from './types.ts';
import type { Reader } from './visibility.ts';

/** For whom a thing is: everybody, all members, or one of the groups that its author is in. */
export async function listAudiences(db: Read, reader: Reader, lang: Lang): Promise<Choice[]> {
  const t = translator(messages, lang);
  const rooms = [...(reader.groups ?? []), ...reader.bodies];
  const groups = rooms.length === 0 ? [] : (await sql<{ id: string; title: string }>`
    select id, title from sheets where id = any(${rooms}::uuid[]) and kind = 'group' and merged_into is null order by title`.execute(db)).rows;
  return [['public', t('audience.public')], ['members', t('audience.members')], ...groups.map(({ id, title }) => [`group:${id}`, t('audience.group', { title })] as const)];
}

/** What a choice of listAudiences writes on a sheet; null when this reader was not offered it. */
export function readAudience(reader: Reader, value: string): { visibility: Visibility; sharedWith: string[] } | null {
  if (value === 'public' || value === 'members') return { visibility: value, sharedWith: [] };
  const group = /^group:([0-9a-f-]{36})$/.exec(value)?.[1];
  if (!group || ![...(reader.groups ?? []), ...reader.bodies].includes(group)) return null;
  return { visibility: 'group', sharedWith: [group] };
}

/** The choice that a sheet holds now. */
export async function findAudience(db: Read, sheetId: string): Promise<string> {
  const row = await db.selectFrom('sheets').select(['visibility', 'shared_with']).where('id', '=', sheetId).executeTakeFirstOrThrow();
  return row.visibility === 'group' && row.shared_with[0] ? `group:${row.shared_with[0]}` : row.visibility;
}
