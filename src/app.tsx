import { Hono } from 'hono';
import type { Context } from 'hono';
import { compress } from 'hono/compress';
import { etag } from 'hono/etag';
import { matchedRoutes } from 'hono/route';
import type { Db } from '~/platform/db/index.ts';
import { createEventClock } from '~/platform/events/clock.ts';
import { answerKept, createPageCache, makeKeptPage } from '~/platform/http/page-cache.ts';
import type { Ask, Route } from '~/platform/http/request.ts';
import { securityHeaders } from '~/platform/http/security.ts';
import { languages, localizePath, type Lang } from '~/platform/i18n/index.ts';
import type { Log } from '~/platform/log.ts';
import { renderPage } from '~/sheets/render.tsx';
import { NotFoundPage, FailurePage } from '~/sheets/errors.tsx';
import { anonymous, registerKinds, type Module, type Reader, type Shell } from '~/sheets/index.ts';
import { loadAssets, serveAssets } from '~/platform/http/assets.ts';
import { modules as allModules } from '~/modules.ts';

export interface AppSettings {
  publicUrl: string | null;
  instanceName: string;
  demo: boolean;
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
  registerKinds(modules.flatMap((module) => module.kinds ?? []));
  const reads = replica ?? db;
  const shell: Shell = { menu: modules.flatMap((module) => module.menu ?? []), assets: await loadAssets() };
  // Files for machines first: /partenariats/bordeaux-lima.json is not a slug.
  const routes = modules.flatMap((module) => module.routes ?? []).sort((a, b) => Number(b.machine) - Number(a.machine));
  const readPosition = createEventClock(reads);
  const cache = createPageCache();
  const hono = new Hono();

  const today = () => Temporal.Instant.fromEpochMilliseconds(clock()).toZonedDateTimeISO('Europe/Paris').toPlainDate().toString();
  const originOf = (url: URL) => settings.publicUrl ?? url.origin;

  const askFor = (c: Context, lang: Lang): Ask<Reader> => {
    const url = new URL(c.req.url);
    const day = today();
    // Without its language, however its letters are written (`/%65n`); one leading slash, or `/en//elsewhere` would lead elsewhere.
    const bare = lang === 'fr' ? url.pathname : url.pathname.replace(/^\/[^/]*/, '');
    const path = `/${bare.replace(/^\/+/, '')}${url.search}`;
    const to = (target: string) => localizePath(lang, target);
    const view = { lang, today: day, path, origin: originOf(url), instanceName: settings.instanceName, demo: settings.demo, to };
    return {
      hono: c, url, lang, reader: anonymous, db: reads, primary: db, today: day, origin: view.origin, instanceName: settings.instanceName, to,
      param: (name) => c.req.param(name) ?? '',
      query: (name) => url.searchParams.get(name)?.trim() || undefined,
      page: (content, { status = 200 } = {}) => renderPage(content, view, shell, status),
      redirect: (target, status = 303) => new Response(null, { status, headers: { location: target } }),
      notFound: () => renderPage(<NotFoundPage />, view, shell, 404),
    };
  };

  hono.use(async (c, next) => {
    const started = performance.now();
    await next();
    const secure = originOf(new URL(c.req.url)).startsWith('https:');
    for (const [name, value] of Object.entries(securityHeaders(secure))) c.res.headers.set(name, value);
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
      hono.on(route.method.toUpperCase(), localizePath(lang, route.pattern), async (c) => {
        const ask = askFor(c, lang);
        // PostgreSQL has no text with a null character: nothing has such an address.
        if (c.req.url.includes('%00')) return ask.notFound();
        const handler = route.handler as (ask: Ask<Reader>) => Response | Promise<Response>;
        if (!route.cached || ask.reader.kind !== 'anonymous') return handler(ask);
        // As it was written: Hono's own path is decoded, and `/%65n/x`, whose links differ, would be kept for `/en/x`.
        const key = `${ask.origin} ${ask.url.pathname}${ask.url.search}`;
        const version = `${await readPosition()} ${ask.today}`;
        const kept = cache.find(key, version);
        if (kept) return answerKept(kept, c.req);
        const response = await handler(ask);
        if (response.status !== 200 || response.headers.has('x-stream')) return response;
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

const patternOf = (c: Context) => matchedRoutes(c).at(-1)?.path;

function langOf(pathname: string): Lang {
  return languages.find((lang) => lang !== 'fr' && (pathname === `/${lang}` || pathname.startsWith(`/${lang}/`))) ?? 'fr';
}
