import path from 'node:path';
import { Worker } from 'node:worker_threads';

const mostSeconds = 20;

/**
 * The rows of the first sheet of an XLSX workbook; null when it cannot be read. In a thread with little memory, stopped when it
 * takes too long: one cell in the last corner of a sheet is a small file and a million rows.
 */
export function readWorkbook(bytes: Uint8Array): Promise<string[][] | null> {
  return new Promise((resolve) => {
    // Node reads the source itself: the built server is one file, and a thread wants its own.
    const worker = new Worker(path.join(process.cwd(), 'src/modules/imports/workbook-worker.ts'), {
      workerData: new Uint8Array(bytes), resourceLimits: { maxOldGenerationSizeMb: 256, stackSizeMb: 4 }, stdout: true, stderr: true, execArgv: [], env: {},
    });
    const end = (rows: string[][] | null) => {
      clearTimeout(timer);
      resolve(rows);
      void worker.terminate();
    };
    const timer = setTimeout(() => end(null), mostSeconds * 1000);
    worker.once('message', end);
    worker.once('error', () => end(null));
    worker.once('exit', () => end(null));
  });
}
