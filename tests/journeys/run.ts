import type { Browser } from 'playwright-core';
import { openBrowser } from '~root/tests/support/browser.ts';
import { buildServer } from '~root/tests/support/build.ts';
import { startServer } from '~root/tests/support/server.ts';
import { j1 } from './j1.ts';
import { j10 } from './j10.ts';
import { j11 } from './j11.ts';
import { j2 } from './j2.ts';
import { j4 } from './j4.ts';
import { j4Together } from './j4-together.ts';
import { j5 } from './j5.ts';
import { j8 } from './j8.ts';
import { j9 } from './j9.ts';
import { minute } from './minute.ts';
import { month } from './month.ts';
import { openSite, type Site } from './site.ts';
import { makeWalker, type Step } from './walk.ts';

// J4 comes last: it gives the platform another name.
const all: Step[] = [...j1, ...minute, ...j2, ...j5, ...j8, ...j9, ...j10, ...j11, ...j4, ...j4Together, ...month];

async function walk(browser: Browser, site: Site, step: Step, javaScriptEnabled: boolean): Promise<string | null> {
  const context = await browser.newContext({ javaScriptEnabled, locale: 'fr-FR', viewport: { width: 1280, height: 900 } });
  context.setDefaultTimeout(10_000);
  try {
    await step.walk(makeWalker(await context.newPage(), site, javaScriptEnabled));
    return null;
  } catch (error) {
    return (error as Error).message.split('\n').slice(0, 4).join(' ');
  } finally {
    await context.close();
  }
}

/** Steps in their order on one site: what a step leaves is where the next begins. Tells how many failed. */
async function walkAll(browser: Browser, steps: readonly Step[], script: boolean, site: Site): Promise<number> {
  let failed = 0;
  for (const step of steps) {
    const fault = await walk(browser, site, step, script);
    if (fault) failed += 1;
    console.log(`${fault ? '✘' : '✔'} ${step.journey}.${step.number} ${script ? 'avec' : 'sans'} script — ${step.title}${fault ? `\n    ${fault}` : ''}`);
  }
  return failed;
}

async function run(asked: string[]): Promise<number> {
  const steps = all.filter((step) => !asked.length || asked.includes(step.journey));
  if (!steps.length) {
    console.error(`Aucune étape construite pour ${asked.join(', ')}. Parcours connus : ${[...new Set(all.map((step) => step.journey))].join(', ')}.`);
    return 1;
  }
  console.log('Préparation du site…');
  const [postgres] = await Promise.all([startServer(), buildServer()]);
  const browser = await openBrowser();
  let failed = 0;
  try {
    for (const script of [true, false]) {
      const site = await openSite(postgres);
      failed += await walkAll(browser, steps, script, site).finally(() => site.close());
    }
  } finally {
    await browser.close();
    await postgres.stop();
  }
  console.log(failed ? `${failed} étape(s) en échec sur ${steps.length * 2}.` : `${steps.length * 2} étapes réussies.`);
  return failed ? 1 : 0;
}

process.exit(await run(process.argv.slice(2).filter((name) => !name.startsWith('-')).map((name) => name.toUpperCase())));
