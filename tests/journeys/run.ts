import type { AddressInfo } from 'node:net';
import { createAdaptorServer } from '@hono/node-server';
import { pino } from 'pino';
import type { Browser } from 'playwright-core';
import { createApp } from '~/app.tsx';
import { closeDatabase, openDatabase } from '~/platform/db/index.ts';
import { openBrowser } from '~root/tests/support/browser.ts';
import { buildServer } from '~root/tests/support/build.ts';
import { startServer } from '~root/tests/support/server.ts';
import { j1 } from './j1.ts';
import { j10 } from './j10.ts';
import { j11 } from './j11.ts';
import { j2 } from './j2.ts';
import { j9 } from './j9.ts';
import { makeWalker, type Step } from './walk.ts';

const all: Step[] = [...j1, ...j2, ...j9, ...j10, ...j11];

/** The site on its own data, unless JOURNEYS_URL says where it already is. */
async function openSite(): Promise<{ base: string; close(): Promise<void> }> {
  if (process.env.JOURNEYS_URL) return { base: process.env.JOURNEYS_URL.replace(/\/$/, ''), close: async () => {} };
  console.log('Préparation du site…');
  await buildServer();
  const postgres = await startServer();
  const db = openDatabase({ ...(await postgres.world()), max: 4 });
  const app = await createApp({ db, settings: { publicUrl: null, instanceName: 'Jumelles', demo: true }, log: pino({ level: 'silent' }) });
  const server = createAdaptorServer({ fetch: app.fetch });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    base: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    async close() {
      await new Promise((resolve) => server.close(resolve));
      await closeDatabase(db);
      await postgres.stop();
    },
  };
}

async function walk(browser: Browser, base: string, step: Step, javaScriptEnabled: boolean): Promise<string | null> {
  const context = await browser.newContext({ javaScriptEnabled, locale: 'fr-FR', viewport: { width: 1280, height: 900 } });
  context.setDefaultTimeout(10_000);
  try {
    const page = await context.newPage();
    await step.walk(makeWalker(page, base));
    return null;
  } catch (error) {
    return (error as Error).message.split('\n')[0]!;
  } finally {
    await context.close();
  }
}

async function run(asked: string[]): Promise<number> {
  const steps = all.filter((step) => !asked.length || asked.includes(step.journey));
  if (!steps.length) {
    console.error(`Aucune étape construite pour ${asked.join(', ')}. Parcours connus : ${[...new Set(all.map((step) => step.journey))].join(', ')}.`);
    return 1;
  }
  const site = await openSite();
  const browser = await openBrowser();
  let failed = 0;
  try {
    for (const step of steps) {
      for (const script of [true, false]) {
        const fault = await walk(browser, site.base, step, script);
        if (fault) failed += 1;
        console.log(`${fault ? '✘' : '✔'} ${step.journey}.${step.number} ${script ? 'avec' : 'sans'} script — ${step.title}${fault ? `\n    ${fault}` : ''}`);
      }
    }
  } finally {
    await browser.close();
    await site.close();
  }
  console.log(failed ? `${failed} étape(s) en échec sur ${steps.length * 2}.` : `${steps.length * 2} étapes réussies.`);
  return failed ? 1 : 0;
}

process.exit(await run(process.argv.slice(2).map((name) => name.toUpperCase())));
