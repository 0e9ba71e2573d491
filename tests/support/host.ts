import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { TestProject } from 'vitest/node';
import { buildServer } from './build.ts';
import { startServer, type TestServer } from './server.ts';

declare module 'vitest' {
  interface ProvidedContext {
    host: string;
  }
}

/**
 * What the test files of one run share, made when the first of them asks: the database server with its templates,
 * the built application. A run of pure tests starts nothing.
 */
export default async function host({ provide }: TestProject): Promise<() => Promise<void>> {
  let server: Promise<TestServer> | undefined;
  let built: Promise<void> | undefined;
  const getServer = () => (server ??= startServer());
  const answers: Record<string, (name: string) => Promise<unknown>> = {
    world: async () => (await getServer()).world(),
    fresh: async (template) => (await getServer()).create(template === 'empty' ? 'empty' : 'world'),
    drop: async (name) => (await getServer()).drop(name),
    build: async () => (built ??= buildServer()),
  };

  const listener = createServer((request, response) => {
    const [, action = '', name = ''] = (request.url ?? '').split('/');
    const answer = answers[action]?.(name) ?? Promise.reject(new Error(`unknown: ${action}`));
    answer.then(
      (value) => response.end(JSON.stringify(value ?? null)),
      (error: Error) => response.writeHead(500).end(JSON.stringify({ message: error.message, stack: error.stack })),
    );
  });
  await new Promise<void>((resolve) => listener.listen(0, '127.0.0.1', resolve));
  provide('host', `http://127.0.0.1:${(listener.address() as AddressInfo).port}`);

  return async () => {
    listener.closeAllConnections();
    listener.close();
    await (await server?.catch(() => undefined))?.stop();
  };
}
