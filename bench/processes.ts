import { spawn, type ChildProcess } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';

export interface Running {
  origin: string;
  /** From the command to the address it prints. */
  startedIn: number;
  /** Resident memory, in MB; undefined where /proc is not. */
  memory(): number | undefined;
  stop(): Promise<void>;
}

async function findPort(): Promise<number> {
  const server = createServer();
  const port = await new Promise<number>((resolve) => server.listen(0, '127.0.0.1', () => resolve((server.address() as AddressInfo).port)));
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/** The application as it is run, and how long it takes to be ready. */
export async function startApplication(env: Record<string, string>): Promise<Running> {
  const port = await findPort();
  const child = spawn(process.execPath, ['dist/server/main.js'], { env: { ...process.env, NODE_ENV: 'production', LOG_LEVEL: 'silent', ...env, PORT: String(port), HOST: '127.0.0.1' }, stdio: ['ignore', 'pipe', 'inherit'] });
  const startedIn = await waitFor(child, (text) => /Jumelles est prêt/.test(text));
  return describe(child, `http://127.0.0.1:${port}`, startedIn);
}

export async function startPeers(): Promise<Running> {
  const child = spawn(process.execPath, ['bench/peers.mjs'], { stdio: ['ignore', 'pipe', 'inherit'] });
  let origin = '';
  const startedIn = await waitFor(child, (text) => ((origin = /http:\S+/.exec(text)?.[0] ?? ''), origin !== ''));
  return describe(child, origin, startedIn);
}

function waitFor(child: ChildProcess, isReady: (text: string) => boolean): Promise<number> {
  const started = performance.now();
  let said = '';
  return new Promise((resolve, reject) => {
    child.stdout!.on('data', (part: Buffer) => {
      said += part.toString();
      if (isReady(said)) resolve(performance.now() - started);
    });
    child.once('exit', (code) => reject(new Error(`It stopped before it was ready (${code}): ${said}`)));
  });
}

function describe(child: ChildProcess, origin: string, startedIn: number): Running {
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  return {
    origin,
    startedIn,
    memory() {
      try {
        return Math.round(Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8'))?.[1]) / 1024);
      } catch {
        return undefined;
      }
    },
    async stop() {
      child.kill('SIGTERM');
      await ended;
    },
  };
}
