import type { Context } from 'hono';
import type { VNode } from 'preact';
import type { Db } from '~/platform/db/index.ts';
import type { Lang } from '~/platform/i18n/index.ts';

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
  origin: string;
  instanceName: string;
  param(name: string): string;
  /** First value of a query parameter, trimmed; undefined when absent or empty. */
  query(name: string): string | undefined;
  /** A path in the reader's language. */
  to(path: string): string;
  page(content: VNode, options?: { status?: number }): Response;
  redirect(path: string, status?: 301 | 302 | 303): Response;
  notFound(): Response;
}

export type Handler<R = unknown> = (ask: Ask<R>) => Response | Promise<Response>;

/** Who may. `everyone` needs no account; the next issue adds the others. */
export type Who = 'everyone';

export interface Route {
  method: 'get' | 'post';
  pattern: string;
  who: Who;
  /** Answers may be kept for anonymous readers until the next committed event (default true for GET). */
  cached: boolean;
  /** Works without a language: a file for machines. No /en or /es twin. */
  machine: boolean;
  handler: Handler<never>;
}

type Options = { who: Who; cached?: boolean; machine?: boolean };

/** Declares a page: its address, who may, and what answers. */
export function get<R>(path: { pattern: string }, options: Options, handler: Handler<R>): Route {
  return { method: 'get', pattern: path.pattern, cached: true, machine: false, ...options, handler };
}

export function post<R>(path: { pattern: string }, options: Options, handler: Handler<R>): Route {
  return { method: 'post', pattern: path.pattern, machine: false, ...options, cached: false, handler };
}
