import { Hono } from 'hono';
import type { Context } from 'hono';
import type { VNode } from 'preact';
import { compress } from 'hono/compress';
import { etag } from 'hono/etag';
import { bodyLimit } from 'hono/body-limit';
import { getCookie } from 'hono/cookie';
import { matchedRoutes } from 'hono/route';
import { actorOf, findReader } from '~/modules/accounts/index.ts';
import type { Db } from '~/platform/db/index.ts';
import { createEventClock } from '~/platform/events/clock.ts';
import { cookieName, writeCookie } from '~/platform/http/cookies.ts';
import { isCrossSite } from '~/platform/http/cross-site.ts';
import { readForm, type Form } from '~/platform/http/form.ts';
import { answerKept, createPageCache, makeKeptPage, neverKept } from '~/platform/http/page-cache.ts';
import type { Ask, Route } from '~/platform/http/request.ts';
import { findClient } from '~/platform/http/client.ts';
import { securityHeaders } from '~/platform/http/security.ts';
import { languages, localizePath, type Lang } from '~/platform/i18n/index.ts';
import { createInstanceMemo } from '~/platform/instance.ts';
import type { OidcSettings } from '~/platform/settings.ts';
import type { Log } from '~/platform/log.ts';
import { renderPage } from '~/sheets/render.tsx';
import { FailurePage, NotFoundPage, RefusedPage } from '~/sheets/errors.tsx';
import { chooseFirst, turnAway } from '~/door.ts';
import { anonymous, registerModules, type Module, type Reader, type Shell } from '~/sheets/index.ts';
import { loadAssets, serveAssets } from '~/platform/http/assets.ts';
import { modules as allModules } from '~/modules.ts';

export interface AppSettings {
  publicUrl: string | null;
  instanceName: string;
  demo: boolean;
  /** The characters of the demonstration may be tried; by default where the demonstration runs. */
  tryable?: boolean;
  trustedProxies?: number;
  oidc?: OidcSettings | null;
}

export interface AppOptions {
  db: Db;
  /** Reads may go to a streaming replica. */
  replica?: Db;
  settings: AppSettings;
  log: Log;
  /** Now, in milliseconds: for tests of anniversaries and agendas. */
  clock?: () => number;
  modules?: readonly Module[];
}

export interface App {
  fetch(request: Request, env?: unknown): Response | Promise<Response>;
  hono: Hono;
  routes: readonly Route[];
}

export async function createApp({ db, replica, settings, log, clock = Date.now, modules = allModules }: AppOptions): Promise<App> {
  registerModules(modules);
  const reads = replica ?? db;
  const shell: Shell = { menu: modules.flatMap((module) => module.menu ?? []), assets: await loadAssets() };
  // Files for machines first: /partenariats/bordeaux-lima.json is not a slug.
  const routes = modules.flatMap((module) => module.routes ?? []).sort((a, b) => Number(b.machine) - Number(a.machine));
  const readPosition = createEventClock(reads);
  const instance = createInstanceMemo(reads, settings.instanceName);
  const cache = createPageCache();
  const hono = new Hono();

  const today = () => Temporal.Instant.fromEpochMilliseconds(clock()).toZonedDateTimeISO('Europe/Paris').toPlainDate().toString();
  const originOf = (url: URL) => settings.publicUrl ?? url.origin;

  const isSecure = (c: Context) => originOf(new URL(c.req.url)).startsWith('https:');
  const tryable = settings.tryable ?? settings.demo;
  const readerOf = async (c: Context): Promise<Reader> => {
    const token = getCookie(c, cookieName('session', isSecure(c)));
    const reader = token ? await findReader(db, token) : anonymous;
    // Where the demonstration is closed its characters open nothing, even from before.
    return reader.account?.demo && !tryable ? anonymous : reader;
  };

  const askFor = (c: Context, lang: Lang, reader: Reader = anonymous): Ask<Reader> & { finish(response: Response): Response } => {
    const url = new URL(c.req.url);
    const day = today();
    // Without its language, however its letters are written (`/%65n`); one leading slash, or `/en//elsewhere` would lead elsewhere.
    const bare = lang === 'fr' ? url.pathname : url.pathname.replace(/^\/[^/]*/, '');
    const path = `/${bare.replace(/^\/+/, '')}${url.search}`;
    const to = (target: string) => localizePath(lang, target);
    const secure = isSecure(c);
    const cookies: string[] = [];
    const notice = readNotice(getCookie(c, cookieName('notice', secure)));
    const view = { lang, today: day, path, origin: originOf(url), instanceName: instance.last().name, instance: instance.last(), demo: settings.demo, tryable, account: describeAccount(reader), notice, to };
    const render = (content: VNode, status: number) => {
      if (notice !== null) cookies.push(writeCookie('notice', '', secure, { maxAge: 0 }));
      return renderPage(content, view, shell, status);
    };
    let form: Promise<Form> | undefined;
    return {
      hono: c, url, lang, reader, db: reads, primary: db, today: day, now: clock(), origin: view.origin, instanceName: instance.last().name, tryable, to,
      client: findClient(c, settings.trustedProxies ?? 0), oidc: settings.oidc ?? null,
      get actor() {
        return actorOf(reader);
      },
      param: (name) => c.req.param(name) ?? '',
      query: (name) => url.searchParams.get(name)?.trim() || undefined,
      form: () => (form ??= readForm(c.req.raw)),
      cookie: (name) => getCookie(c, cookieName(name, secure)),
      setCookie: (name, value, options) => void cookies.push(writeCookie(name, value, secure, options)),
      page: (content, { status = 200 } = {}) => render(content, status),
      redirect: (target, status = 303) => new Response(null, { status, headers: { location: target } }),
      done: (target, sentence) => {
        cookies.push(writeCookie('notice', Buffer.from(sentence).toString('base64url'), secure, { maxAge: 60 }));
        return new Response(null, { status: 303, headers: { location: to(target) } });
      },
      notFound: () => render(<NotFoundPage />, 404),
      finish(response) {
        for (const cookie of cookies) response.headers.append('set-cookie', cookie);
        // What one person sees is kept by nobody on the way.
        if (reader.kind !== 'anonymous' || cookies.length > 0) response.headers.set('cache-control', 'private, no-store');
        return response;
      },
    };
  };

  hono.use(async (c, next) => {
    const started = performance.now();
    await next();
    for (const [name, value] of Object.entries(securityHeaders(isSecure(c)))) c.res.headers.set(name, value);
    // The pattern, never the address: what people look for is theirs.
    log.debug({ method: c.req.method, pattern: patternOf(c), status: c.res.status, ms: Math.round(performance.now() - started) }, 'request');
  });
  hono.onError((error, c) => {
    log.error({ method: c.req.method, pattern: patternOf(c), err: error }, 'failure');
    const lang = langOf(new URL(c.req.url).pathname);
    const ask = askFor(c, lang);
    const answer = ask.page(<FailurePage />, { status: 500 });
    for (const [name, value] of Object.entries(securityHeaders(false))) answer.headers.set(name, value);
    return answer;
  });
  hono.use(compress({ threshold: 1024 }), etag());
  serveAssets(hono);

  for (const route of routes) {
    for (const lang of route.machine ? (['fr'] as const) : languages) {
      const refuse = (c: Context, status: 403 | 413) => {
        const ask = askFor(c, lang);
        return ask.page(<RefusedPage status={status} />, { status });
      };
      const limit = bodyLimit({ maxSize: route.maxBytes, onError: (c) => refuse(c, 413) });
      hono.on(route.method.toUpperCase(), localizePath(lang, route.pattern), async (c, next) => (route.method === 'post' ? limit(c, next) : next()), async (c) => {
        const position = await readPosition();
        const { languages: offered } = await instance.at(position);
        if (!offered.includes(lang)) return askFor(c, 'fr').notFound();
        const ask = askFor(c, lang, await readerOf(c));
        // PostgreSQL has no text with a null character: nothing has such an address.
        if (c.req.url.includes('%00')) return ask.notFound();
        if (route.method === 'post' && !route.crossSite && isCrossSite(c.req.raw, ask.origin)) return refuse(c, 403);
        const elsewhere = turnAway(ask, route.who);
        if (elsewhere) return ask.finish(elsewhere);
        const handler = route.handler as (ask: Ask<Reader>) => Response | Promise<Response>;
        if (!route.cached) return neverKept(ask.finish(chooseFirst(ask, route, await handler(ask))));
        if (ask.reader.kind !== 'anonymous' || ask.cookie('notice') !== undefined) return ask.finish(await handler(ask));
        // As it was written: Hono's own path is decoded, and `/%65n/x`, whose links differ, would be kept for `/en/x`.
        const key = `${ask.origin} ${ask.url.pathname}${ask.url.search}`;
        const version = `${position} ${ask.today}`;
        const kept = cache.find(key, version);
        if (kept) return answerKept(kept, c.req);
        const response = ask.finish(await handler(ask));
        if (response.status !== 200 || response.headers.has('x-stream') || response.headers.has('set-cookie')) return response;
        const page = await makeKeptPage(response);
        cache.keep(key, version, page);
        return answerKept(page, c.req);
      });
    }
  }
  hono.notFound((c) => {
    const { pathname, search } = new URL(c.req.url);
    // `/reseaux/` is `/reseaux`; the leading slashes are made one, or `//elsewhere/` would lead elsewhere.
    const trimmed = `/${pathname.replace(/^\/+|\/+$/g, '')}`;
    return trimmed === pathname ? askFor(c, langOf(pathname)).notFound() : c.redirect(trimmed + search, 301);
  });
  return { fetch: (request, env) => hono.fetch(request, env as object), hono, routes };
}

/** For the header of every page: who, and for whom. */
function describeAccount({ account, acting, mandates = [] }: Reader) {
  return account ? { name: account.name, acting: acting?.body?.title ?? null, several: mandates.length > 1 } : null;
}

function readNotice(cookie: string | undefined): string | null {
  return cookie ? Buffer.from(cookie, 'base64url').toString('utf8').slice(0, 500) : null;
}

const patternOf = (c: Context) => matchedRoutes(c).at(-1)?.path;

function langOf(pathname: string): Lang {
  return languages.find((lang) => lang !== 'fr' && (pathname === `/${lang}` || pathname.startsWith(`/${lang}/`))) ?? 'fr';
}
