import path from 'node:path';
import { Worker } from 'node:worker_threads';

export interface ThreadOptions<T> {
  workerData: unknown;
  /** Then it is stopped. */
  seconds: number;
  /** Of memory; beyond, the thread dies and this process goes on. */
  megabytes: number;
  /** The answer when it failed, died or took too long. */
  failed: T;
}

/**
 * Runs a file of `src/` apart: for what people bring, which may be small and unfold without end. Its first message is the
 * answer. It sees nothing of our environment and writes nothing in our log.
 */
export function runThread<T>(file: string, { workerData, seconds, megabytes, failed }: ThreadOptions<T>): Promise<T> {
  return new Promise((resolve) => {
    // Node reads the source itself: the built server is one file, and a thread wants its own.
    const worker = new Worker(path.join(process.cwd(), file), { workerData, resourceLimits: { maxOldGenerationSizeMb: megabytes, stackSizeMb: 4 }, stdout: true, stderr: true, execArgv: [], env: {} });
    const end = (answer: T) => {
      clearTimeout(timer);
      resolve(answer);
      void worker.terminate();
    };
    const timer = setTimeout(() => end(failed), seconds * 1000);
    worker.once('message', end);
    worker.once('error', () => end(failed));
    worker.once('exit', () => end(failed));
  });
}
