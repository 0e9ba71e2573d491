/** Money: an integer of the currency's minor unit. 18 000 000 € is 1 800 000 000. */
export interface Money {
  minor: number;
  currency: string;
  qualifier: 'exact' | 'environ' | 'plus_de' | 'pres_de' | 'jusqua';
  per: 'year' | 'project' | 'total' | null;
}

export function checkMoney(money: Money): void {
  if (!Number.isSafeInteger(money.minor) || money.minor < 0) throw new RangeError(`Money is an integer of the minor unit: ${money.minor}`);
  if (!/^[A-Z]{3}$/.test(money.currency)) throw new RangeError(`Not an ISO 4217 currency: ${money.currency}`);
}

/** A percentage kept as an integer of thousandths: 1 % is 10. */
export function toPermille(percent: number | null): number | null {
  if (percent === null) return null;
  const permille = Math.round(percent * 10);
  if (permille < 0 || permille > 1000 || Math.abs(permille - percent * 10) > 1e-9) throw new RangeError(`Not a rate: ${percent} %`);
  return permille;
}

/** A text counts as verified when a person vouched for it on a day. */
export function isVerified(law: { verifiedBy: string | null; verifiedOn: string | null }): boolean {
  return law.verifiedBy !== null && law.verifiedOn !== null;
}
