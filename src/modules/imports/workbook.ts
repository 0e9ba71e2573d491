import { runThread } from '~/platform/thread.ts';

const mostSeconds = 20;

/**
 * The rows of the first sheet of an XLSX workbook; null when it cannot be read. In a thread with little memory, stopped when it
 * takes too long: one cell in the last corner of a sheet is a small file and a million rows.
 */
export function readWorkbook(bytes: Uint8Array): Promise<string[][] | null> {
  return runThread<string[][] | null>('src/modules/imports/workbook-worker.ts', { workerData: new Uint8Array(bytes), seconds: mostSeconds, megabytes: 256, failed: null });
}
