import { existsSync } from 'node:fs';
import { chromium, type Browser } from 'playwright-core';

const installed = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
const quiet = ['--no-sandbox', '--disable-background-networking', '--disable-component-update', '--no-first-run'];

/** The machine's Chromium, else the one from npm. The caller closes it. */
export async function openBrowser(): Promise<Browser> {
  const found = process.env.CHROMIUM ?? installed.find((file) => existsSync(file));
  if (found) return chromium.launch({ executablePath: found, args: quiet });
  // Told that it runs on AWS, the package unpacks the system libraries it brings along (NSS).
  process.env.AWS_LAMBDA_JS_RUNTIME ??= 'nodejs22.x';
  const { default: bundled } = await import('@sparticuz/chromium');
  return chromium.launch({ executablePath: await bundled.executablePath(), args: [...bundled.args, ...quiet], headless: true });
}
