import { createAccount, grantMandate, openSession } from '~/modules/accounts/index.ts';
import { instance } from '~/platform/events/index.ts';
import type { Role } from '~/sheets/index.ts';
import type { OpenedApp, Visitor } from '~root/tests/support/index.ts';

export interface Member {
  visitor: Visitor;
  accountId: string;
  /** The cookie as a browser sends it. */
  cookie: string;
}

export interface MemberInput {
  mail: string;
  name?: string;
  title?: string;
  trusted?: boolean;
  mandates?: readonly { role: Role; kind?: string; slug?: string; until?: string }[];
}

/** A real person with a browser of their own: characters of the demonstration are held back where people are not. */
export async function createMember(app: OpenedApp, { mandates = [], name = 'Zoé Attaque', ...input }: MemberInput): Promise<Member> {
  const { accountId, token } = await app.db.transaction().execute(async (tx) => {
    const id = await createAccount(tx, { ...input, name });
    for (const { role, kind, slug, until } of mandates) {
      const body = kind ? await tx.selectFrom('sheets').select('id').where('kind', '=', kind).where('slug', '=', slug!).executeTakeFirstOrThrow() : null;
      await grantMandate(tx, instance, { accountId: id, role, bodyId: body?.id ?? null, ...(until ? { until } : {}) });
    }
    return { accountId: id, token: await openSession(tx, id, 'Firefox/Linux') };
  });
  const visitor = app.visit();
  visitor.cookies.set('session', token);
  return { visitor, accountId, cookie: `session=${token}` };
}
