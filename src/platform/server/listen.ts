import type { Server } from 'node:http';
import { Server as TcpServer } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { createAdaptorServer } from '@hono/node-server';
import { securityHeaders } from '~/platform/http/security.ts';
import { StartRefusal } from '~/platform/refusal.ts';

type Fetch = (request: Request, env?: unknown) => Response | Promise<Response>;

export interface Listener {
  port: number;
  /** From here on requests reach the application; those that came before have waited. */
  open(fetch: Fetch): void;
  /** Takes no more requests, finishes those it has. */
  close(): Promise<void>;
}

const patienceMs = 5_000;
const drainMs = 20_000;
const graceMs = 300;

/** Takes the port before anything slow begins, so that a taken one is said at once. */
export async function listen(port: number, host: string | undefined): Promise<Listener> {
  const opened = Promise.withResolvers<Fetch>();
  let app: Fetch | undefined;
  const server = createAdaptorServer({
    fetch: async (request: Request, env: unknown) => {
      app ??= await Promise.race([opened.promise, wait(new URL(request.url).pathname === '/sante' ? 0 : patienceMs, undefined)]);
      return app ? app(request, env) : answerNotYet(request);
    },
  }) as Server;
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => reject(new StartRefusal(explain(error, port, host))));
    server.listen(port, host, resolve);
  });
  const address = server.address();
  return { port: typeof address === 'object' && address ? address.port : port, open: (fetch) => opened.resolve(fetch), close: () => drain(server) };
}

function explain(error: NodeJS.ErrnoException, port: number, host: string | undefined): string {
  if (error.code === 'EADDRINUSE') return `Le port ${port} est déjà pris : arrêtez le programme qui l'occupe ou choisissez-en un autre, par exemple « PORT=${port + 1} npm start ».`;
  if (error.code === 'EACCES') return `Ce compte n'a pas le droit d'écouter sur le port ${port} : choisissez un port au-dessus de 1023, par exemple « PORT=3000 npm start ».`;
  return `Impossible d'écouter sur ${host ?? 'cette machine'}, port ${port} (${error.code}) : vérifiez HOST et PORT.`;
}

function answerNotYet(request: Request): Response {
  const headers = { ...securityHeaders(false), 'retry-after': '3', 'cache-control': 'no-store' };
  if (new URL(request.url).pathname === '/sante') return Response.json({ alive: true, ready: false }, { status: 503, headers });
  const page = '<!doctype html><html lang="fr"><meta charset="utf-8"><meta http-equiv="refresh" content="3"><title>Jumelles se prépare</title><p>Jumelles se prépare, cette page s’ouvrira d’elle-même dans quelques secondes.</p></html>';
  return new Response(page, { status: 503, headers: { ...headers, 'content-type': 'text/html; charset=utf-8' } });
}

async function drain(server: Server): Promise<void> {
  server.prependListener('request', (_request, response) => response.setHeader('connection', 'close'));
  // Not server.close(): it also cuts connections that were accepted and whose request is on its way.
  const closed = new Promise<void>((resolve) => TcpServer.prototype.close.call(server, () => resolve()));
  const sweep = setInterval(() => server.closeIdleConnections(), graceMs);
  const giveUp = setTimeout(() => server.closeAllConnections(), drainMs);
  await closed;
  clearInterval(sweep);
  clearTimeout(giveUp);
}
