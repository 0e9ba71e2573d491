import type { Tx } from '~/platform/db/index.ts';
import type { Actor } from '~/platform/events/index.ts';
import { createSheet, type SheetInput, type SheetRef, type Source } from '~/sheets/index.ts';

export type Topic = 'need' | 'aim' | 'working' | 'name_option';

export type Way = 'open' | 'request' | 'invitation';

export interface GroupInput extends Omit<SheetInput, 'kind'> {
  /** The function by which somebody chairs it. */
  chairFunctionId?: string;
  /** Fewest and most members, when only an estimate is known. */
  members?: [low: number, high: number];
  note?: string;
  /** How one comes in; on request when not said. */
  joining?: Way;
  /** Kept for those who hold one of these roles; empty: for every member. */
  reserved?: readonly ('elected' | 'agent')[];
  statements?: { topic: Topic; text: string; source?: Source }[];
}

/** Whoever hosts it keeps it. */
export async function createGroup(tx: Tx, actor: Actor, { chairFunctionId, members, note, joining, reserved = [], statements = [], ...sheet }: GroupInput): Promise<SheetRef> {
  const host = sheet.links?.find(({ role }) => role === 'host')?.to;
  const created = await createSheet(tx, actor, { ownerId: host ?? null, ...sheet, kind: 'group', body: [note, ...statements.map((one) => one.text)].filter(Boolean).join('\n') });
  await tx
    .insertInto('working_groups')
    .values({
      sheet_id: created.id, chair_function_id: chairFunctionId ?? null, members_low: members?.[0] ?? null, members_high: members?.[1] ?? null, note: note ?? null,
      ...(joining ? { joining } : {}), reserved_roles: [...reserved],
    })
    .execute();
  if (statements.length) {
    await tx
      .insertInto('group_statements')
      .values(
        statements.map((one, index) => ({
          group_id: created.id, topic: one.topic, position: index + 1, text: one.text, document_id: one.source?.document ?? null, locator: one.source?.locator ?? null,
        })),
      )
      .execute();
  }
  return created;
}
