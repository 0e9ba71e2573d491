import type { AddressInfo } from 'node:net';
import { createAdaptorServer } from '@hono/node-server';
import { pino } from 'pino';
import { afterAll } from 'vitest';
import { createApp, type App, type AppOptions } from '~/app.tsx';
import { sql } from '~/platform/db/index.ts';
import { askHost, useWorld } from './database.ts';
import { createVisitor, type Visitor } from './visitor.ts';

export interface OpenedApp {
  app: App;
  db: AppOptions['db'];
  /** What a visitor asks, without a socket: `request('/partenariats?pays=ML')`. */
  request(path: string, init?: RequestInit): Promise<Response>;
  /** A browser of its own, signed in as a character of the demonstration, acting with the first of its mandates: `signIn('agent-bordeaux')`. */
  signIn(persona: string): Promise<Visitor>;
  /** A browser that nobody signed in with. */
  visit(): Visitor;
}

const origin = 'http://jumelles.test';
/** A fixed day, so that an anniversary stays one: 15 November 2026, noon in France. */
export const testNow = Date.parse('2026-11-15T11:00:00Z');

/** The application on the shared world, or on the database given. */
export async function openApp(options: Partial<AppOptions> = {}): Promise<OpenedApp> {
  const db = options.db ?? (await useWorld());
  const app = await createApp({
    db,
    settings: { publicUrl: null, instanceName: 'Jumelles', demo: true },
    log: pino({ level: process.env.LOG_LEVEL ?? 'silent' }),
    clock: () => testNow,
    ...options,
  });
  const fetch = async (path: string, init?: RequestInit) => app.fetch(new Request(new URL(path, origin), init));
  const visit = () => createVisitor(fetch, origin);
  return {
    app, db, request: fetch, visit,
    async signIn(persona) {
      const visitor = visit();
      const { status } = await visitor.post(`/demonstration/${persona}`);
      if (status !== 303) throw new Error(`No character ${persona}: ${status}`);
      // Who holds several mandates acts with the first, as after choosing it.
      await sql`update sessions s set mandate_id = (select m.id from mandates m where m.account_id = s.account_id order by m.granted_at, m.id limit 1)
        from accounts a where a.id = s.account_id and a.demo = ${persona} and s.mandate_id is null`.execute(db);
      return visitor;
    },
  };
}

/** The application on a free port with its styles and scripts, for a browser. Returns its address. */
export async function serve(options: Partial<AppOptions> = {}): Promise<string> {
  await askHost('build');
  const { app } = await openApp(options);
  const server = createAdaptorServer({ fetch: app.fetch });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  afterAll(() => new Promise((resolve) => server.close(resolve)));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}
