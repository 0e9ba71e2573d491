import { pino } from 'pino';
import { afterEach, expect, test, vi } from 'vitest';
import { recordEvent } from '~/platform/events/index.ts';
import { freshDatabase } from '../../../tests/support/index.ts';
import { readSettings } from '~/platform/settings.ts';
import { startWorker, type CommittedEvent, type Worker } from './index.ts';

const db = await freshDatabase('empty');
const log = pino({ level: 'silent' });
const workers: Worker[] = [];
const waiting = { timeout: 10_000, interval: 50 };

async function start(options: Pick<Parameters<typeof startWorker>[2], 'queues' | 'subscribers'>): Promise<Worker> {
  const worker = await startWorker(db, log, { settings: readSettings({}), origin: 'http://jumelles.test', ...options });
  workers.push(worker);
  return worker;
}

afterEach(async () => {
  for (const worker of workers.splice(0)) await worker.stop();
});

test('each committed event is told once and in the order of commit, with two nodes running', async () => {
  const told: CommittedEvent[] = [];
  const subscriber = async (_tx: unknown, event: CommittedEvent) => void told.push(event);
  await start({ subscribers: [subscriber] });
  await start({ subscribers: [subscriber] });
  const names = Array.from({ length: 20 }, (_, at) => `test.${at}`);
  for (const name of names) await db.transaction().execute((tx) => recordEvent(tx, { name, actor: { name: 'test' } }));
  await vi.waitFor(() => expect(told.map(({ name }) => name)).toEqual(names), waiting);
});

test('an event of a transaction that is rolled back is never told', async () => {
  const told: string[] = [];
  await start({ subscribers: [async (_tx, { name }) => void told.push(name)] });
  const undone = db.transaction().execute(async (tx) => {
    await recordEvent(tx, { name: 'test.undone', actor: { name: 'test' } });
    throw new Error('undone');
  });
  await expect(undone).rejects.toThrow('undone');
  await db.transaction().execute((tx) => recordEvent(tx, { name: 'test.done', actor: { name: 'test' } }));
  await vi.waitFor(() => expect(told).toContain('test.done'), waiting);
  expect(told).not.toContain('test.undone');
});

test('what was committed while no worker ran is told by the next one', async () => {
  await db.transaction().execute((tx) => recordEvent(tx, { name: 'test.alone', actor: { name: 'test' } }));
  const told: string[] = [];
  await start({ subscribers: [async (_tx, { name }) => void told.push(name)] });
  await vi.waitFor(() => expect(told).toEqual(['test.alone']), waiting);
});

test('a job runs when its transaction is committed, and only then', async () => {
  const done: object[] = [];
  const worker = await start({ queues: [{ name: 'test', work: async (data) => void done.push(data) }] });
  const undone = db.transaction().execute(async (tx) => {
    await worker.context.enqueue(tx, 'test', { number: 1 });
    throw new Error('undone');
  });
  await expect(undone).rejects.toThrow('undone');
  await db.transaction().execute((tx) => worker.context.enqueue(tx, 'test', { number: 2 }));
  await vi.waitFor(() => expect(done).toEqual([{ number: 2 }]), waiting);
});
