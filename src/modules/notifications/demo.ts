import type { Tx } from '~/platform/db/index.ts';
import { addFollow } from './commands.ts';

/** What each character of the demonstration would follow, given what it does: news of it come when somebody tries something. */
const followed: Record<string, readonly (readonly [kind: string, slug: string])[]> = {
  'agent-bordeaux': [['territory', 'lima'], ['territory', 'toulouse'], ['theme', 'eau']],
  'elue-bordeaux': [['partnership', 'bordeaux-lima'], ['territory', 'casablanca']],
  'agent-toulouse': [['territory', 'casablanca'], ['territory', 'ramallah']],
  'animatrice-reseau': [['territory', 'bordeaux'], ['theme', 'climat']],
  'porteuse-projet': [['theme', 'energie']],
  'financeur': [['theme', 'eau']],
  'partenaire-lima': [['partnership', 'bordeaux-lima']],
  'citoyenne-toulouse': [['territory', 'toulouse']],
};

export async function demo(tx: Tx): Promise<void> {
  const accounts = await tx.selectFrom('accounts').select(['id', 'demo']).where('demo', 'in', Object.keys(followed)).execute();
  for (const account of accounts) {
    for (const [kind, slug] of followed[account.demo!]!) {
      const { id } = await tx.selectFrom('sheets').select('id').where('kind', '=', kind).where('slug', '=', slug).executeTakeFirstOrThrow();
      await addFollow(tx, account.id, { sheetId: id });
    }
  }
}
