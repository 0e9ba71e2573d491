import { Agent, get } from 'node:http';

/** Answers a second over `seconds`, with that many requests always under way. */
export async function measureRate(url: string | (() => string), { seconds = 3, connections = 20, headers = {} as Record<string, string> } = {}): Promise<number> {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const until = performance.now() + seconds * 1000;
  let answers = 0;
  const one = async () => {
    while (performance.now() < until) {
      await fetchOnce(typeof url === 'string' ? url : url(), agent, headers);
      answers++;
    }
  };
  await Promise.all(Array.from({ length: connections }, one));
  agent.destroy();
  return answers / seconds;
}

/** Milliseconds until the whole answer is there, and its size. */
export function fetchOnce(url: string, agent?: Agent, headers: Record<string, string> = {}): Promise<{ ms: number; bytes: number; status: number }> {
  const started = performance.now();
  return new Promise((resolve, reject) => {
    get(url, { agent, headers }, (response) => {
      let bytes = 0;
      response.on('data', (part: Buffer) => (bytes += part.length));
      response.on('end', () => resolve({ ms: performance.now() - started, bytes, status: response.statusCode ?? 0 }));
      response.on('error', reject);
    }).on('error', reject);
  });
}

export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)] ?? NaN;
}
