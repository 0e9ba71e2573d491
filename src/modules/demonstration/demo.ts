import { createAccount, grantMandate } from '~/modules/accounts/index.ts';
import type { Tx } from '~/platform/db/index.ts';
import { instance } from '~/platform/events/index.ts';
import type { World } from '~/sheets/index.ts';
import { personas } from './personas.ts';

/** Addresses under `.invalid` reach nobody (RFC 2606). */
export const mailOf = (key: string) => `${key}@demonstration.invalid`;

export async function demo(tx: Tx, world: World): Promise<void> {
  for (const { key, name, title, lang, service, mandates } of personas) {
    const accountId = await createAccount(tx, { mail: mailOf(key), name, title, ...(lang ? { lang } : {}), demo: key, trusted: true });
    for (const { role, kind, body, until } of mandates) {
      const bodyId = kind && body ? world.id(kind, body) : null;
      await grantMandate(tx, instance, { accountId, role, bodyId, ...(service ? { service } : {}), ...(until ? { until } : {}) });
    }
  }
}
