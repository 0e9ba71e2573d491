import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

export const hasJava = await run('java', ['-version']).then(() => true, () => false);

interface Remark {
  type: string;
  subType?: string;
  message: string;
  url: string;
  extract?: string;
}

/** What the checker does not know yet: said here, with the specification that allows it. */
const ahead = [/“light-dark”/];

/** What the W3C checker says of these pages, by their names. */
export async function listFaults(pages: ReadonlyMap<string, string>): Promise<string[]> {
  const folder = await mkdtemp(path.join(tmpdir(), 'jumelles-html-'));
  try {
    for (const [name, html] of pages) await writeFile(path.join(folder, `${name.replace(/[^a-z0-9-]+/gi, '_')}.html`), html);
    const jar = createRequire(import.meta.url)('vnu-jar') as string;
    const { stderr } = await run('java', ['-Xss2m', '-jar', jar, '--format', 'json', '--exit-zero-always', folder], { maxBuffer: 64 * 1024 * 1024 });
    const { messages } = JSON.parse(stderr) as { messages: Remark[] };
    const wrong = messages.filter((one) => (one.type === 'error' || one.subType === 'warning') && !ahead.some((pattern) => pattern.test(one.message)));
    return [...new Set(wrong.map((one) => `${path.basename(one.url)}: ${one.message} ${(one.extract ?? '').replace(/\s+/g, ' ').slice(0, 120)}`))];
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
