import type { Context } from 'hono';
import type { VNode } from 'preact';
import type { Db } from '~/platform/db/index.ts';
import type { Actor } from '~/platform/events/index.ts';
import type { Lang } from '~/platform/i18n/index.ts';
import type { OidcSettings } from '~/platform/settings.ts';
import type { Form } from './form.ts';

export interface CookieOptions {
  /** Seconds; without it the cookie ends with the browser, 0 takes it away. */
  maxAge?: number;
  path?: string;
  /** `strict` does not come along from a link in a mail. */
  sameSite?: 'lax' | 'strict';
}

/** What a handler is given: the request, already read for its reader and language. `R` is the reader's type. */
export interface Ask<R = unknown> {
  hono: Context;
  url: URL;
  lang: Lang;
  reader: R;
  /** Reads. May be a replica. */
  db: Db;
  /** Writes, in transactions. */
  primary: Db;
  /** Today in France, ISO day. */
  today: string;
  /** The application's clock, milliseconds. */
  now: number;
  origin: string;
  instanceName: string;
  /** People may try the characters of the demonstration. */
  tryable: boolean;
  /** The network that the request comes from, to count attempts; kept nowhere as it is. */
  client: string;
  /** The identity provider, if there is one. */
  oidc: OidcSettings | null;
  /** Who acts, for a route that wants somebody signed in; throws otherwise. */
  actor: Actor;
  param(name: string): string;
  /** First value of a query parameter, trimmed; undefined when absent or empty. */
  query(name: string): string | undefined;
  /** What was posted, read once. */
  form(): Promise<Form>;
  cookie(name: string): string | undefined;
  /** HttpOnly, SameSite, Secure under https. */
  setCookie(name: string, value: string, options?: CookieOptions): void;
  /** A path in the reader's language. */
  to(path: string): string;
  page(content: VNode, options?: { status?: number }): Response;
  redirect(path: string, status?: 301 | 302 | 303): Response;
  /** 303 to a page of ours that says this sentence once, in a note at its top. `path` without language prefix. */
  done(path: string, sentence: string): Response;
  notFound(): Response;
}

export type Handler<R = unknown> = (ask: Ask<R>) => Response | Promise<Response>;

/**
 * Who may come in; somebody signed out is asked to sign in, somebody else gets a 404.
 * `account` signed in; `member` with a mandate beyond an expert's; `editor` signed in, and the handler asks findRight
 * of the very sheet (404 without a right); `animator` acts for a network, or for the instance; `administrator`.
 */
export type Who = 'everyone' | 'account' | 'member' | 'editor' | 'animator' | 'administrator';

export interface Route {
  method: 'get' | 'post';
  pattern: string;
  who: Who;
  /** Answers may be kept for anonymous readers until the next committed event (default true for GET). */
  cached: boolean;
  /** Works without a language: a file for machines. No /en or /es twin. */
  machine: boolean;
  /** Largest body of a post, bytes. */
  maxBytes: number;
  /** A post from another site is expected (a mail provider's unsubscription): the handler trusts no cookie. */
  crossSite: boolean;
  handler: Handler<never>;
}

type Options = { who: Who; cached?: boolean; machine?: boolean };

/** Declares a page: its address, who may, and what answers. */
export function get<R>(path: { pattern: string }, options: Options, handler: Handler<R>): Route {
  return { method: 'get', pattern: path.pattern, cached: options.who === 'everyone', machine: false, maxBytes: 0, crossSite: false, ...options, handler };
}

export function post<R>(path: { pattern: string }, options: Options & { maxBytes?: number; crossSite?: boolean }, handler: Handler<R>): Route {
  return { method: 'post', pattern: path.pattern, machine: false, maxBytes: 512 * 1024, crossSite: false, ...options, cached: false, handler };
}
