/**
 * A form of another site that posts here in somebody's name. Browsers say where a post comes from in `Sec-Fetch-Site`
 * or `Origin`; a program says neither, and has no cookie of anybody to abuse.
 */
export function isCrossSite(request: Request, origin: string): boolean {
  const site = request.headers.get('sec-fetch-site');
  if (site === 'same-origin') return false;
  // typed or from a bookmark: nobody posts like that
  if (site !== null && site !== 'none') return true;
  const from = request.headers.get('origin');
  if (from !== null) return from !== origin;
  return request.headers.has('cookie');
}
