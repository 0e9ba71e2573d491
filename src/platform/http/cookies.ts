import { serialize } from 'hono/utils/cookie';
import type { CookieOptions } from './request.ts';

/** `__Host-` holds a cookie to this very host and to https; without https a browser would refuse it. */
export const cookieName = (name: string, secure: boolean) => (secure ? `__Host-${name}` : name);

export function writeCookie(name: string, value: string, secure: boolean, { maxAge, path = '/', sameSite = 'lax' }: CookieOptions = {}): string {
  const host = path === '/';
  return serialize(host ? cookieName(name, secure) : name, value, { path, httpOnly: true, secure, sameSite, ...(maxAge === undefined ? {} : { maxAge }) });
}
