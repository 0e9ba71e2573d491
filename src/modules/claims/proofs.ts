import { listProofs } from '~/modules/accounts/index.ts';
import { sql, type Read } from '~/platform/db/index.ts';
import { isAtDomain, isSameBody, type Proof } from './rules.ts';

/** What the account proves by itself about an authority. */
export interface Held {
  domain: boolean;
  siret: boolean;
}

interface Authority {
  siren: string | null;
  /** The authority's own site, as its sheet gives it. */
  web: string | null;
  /** Its host is the site of this authority alone. */
  alone: boolean;
}

export async function listHeld(db: Read, accountId: string, sheetId: string): Promise<Held> {
  const authority = await readAuthority(db, sheetId);
  const proofs = await listProofs(db, accountId);
  return {
    domain: authority.alone && proofs.some(({ kind, value }) => kind === 'mail-domain' && isAtDomain(value, authority.web)),
    siret: proofs.some(({ kind, value }) => kind === 'siret' && isSameBody(value, authority.siren)),
  };
}

export function hasProof(held: Held, proof: Proof): boolean {
  return (proof === 'domain' || proof === 'siret') && held[proof];
}

/**
 * A site that several authorities share tells nothing of which one somebody works for. Abroad, those who keep the sheet for
 * the partner may have written the address: it proves nothing there.
 */
async function readAuthority(db: Read, sheetId: string): Promise<Authority> {
  const { rows } = await sql<Authority>`
    select t.siren, c.web, c.web is not null and me.countries @> array['FR'] and not exists (
      select 1 from contacts o join sheets s on s.id = o.sheet_id and s.merged_into is null
      where o.sheet_id <> t.sheet_id and lower(substring(o.web from '^https?://(?:www\\.)?([^/:?#]+)')) = lower(substring(c.web from '^https?://(?:www\\.)?([^/:?#]+)'))) as alone
    from territories t join sheets me on me.id = t.sheet_id left join contacts c on c.sheet_id = t.sheet_id where t.sheet_id = ${sheetId}::uuid`.execute(db);
  return rows[0] ?? { siren: null, web: null, alone: false };
}
