import { spawn, type ChildProcess, type SpawnOptions } from 'node:child_process';
import { afterEach } from 'vitest';

export interface Started {
  child: ChildProcess;
  /** Everything it printed so far. */
  output(): string;
  /** Resolves when it printed this; rejects when it ends before. */
  says(text: string | RegExp, withinMs?: number): Promise<string>;
  ended: Promise<number | null>;
  kill(signal?: NodeJS.Signals): Promise<number | null>;
}

const started = new Set<Started>();

/** Asks what a test left running to stop, and kills what does not. */
export async function endProcesses(): Promise<void> {
  const ending = [...started].map((one) => {
    const late = setTimeout(() => void one.kill('SIGKILL'), 10_000);
    return one.kill('SIGTERM').finally(() => clearTimeout(late));
  });
  started.clear();
  await Promise.all(ending);
}

afterEach(endProcesses);

/** A Node process of its own, on the TypeScript or built file given. Killed at the end of the test if it still runs. */
export function startProcess(file: string, args: string[] = [], options: SpawnOptions = {}): Started {
  const child = spawn(process.execPath, ['--import', './tests/support/aliases.mjs', file, ...args], { stdio: ['pipe', 'pipe', 'pipe'], ...options });
  let printed = '';
  for (const stream of [child.stdout, child.stderr]) stream?.setEncoding('utf8').on('data', (part: string) => (printed += part));
  const ended = new Promise<number | null>((resolve) => {
    child.once('error', (error) => (printed += error.message));
    child.once('close', resolve);
  });
  const says = async (text: string | RegExp, withinMs = 30_000) => {
    const until = Date.now() + withinMs;
    const found = () => (typeof text === 'string' ? (printed.includes(text) ? text : undefined) : text.exec(printed)?.[0]);
    for (;;) {
      const said = found();
      if (said !== undefined) return said;
      if (child.exitCode !== null || child.signalCode || Date.now() > until) throw new Error(`Waited for ${text}, got: ${printed}`);
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
  };
  const kill = async (signal: NodeJS.Signals = 'SIGKILL') => {
    if (child.exitCode === null && !child.signalCode) child.kill(signal);
    return ended;
  };
  const one = { child, output: () => printed, says, ended, kill };
  started.add(one);
  return one;
}
