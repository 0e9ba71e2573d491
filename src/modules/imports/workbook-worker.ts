// Runs in a thread of its own, by Node as it is: types that can be taken out, packages, and nothing of ours.
import { parentPort, workerData } from 'node:worker_threads';
import { unzipSync, zipSync } from 'fflate';
import readXlsxFile from 'read-excel-file/node';

const mostUnzipped = 40 * 1024 * 1024;
/** A cell beyond row 99 999 or column ZZ: the library would draw every empty one before it. */
const farCell = / r=["'](?:[A-Z]{3,}\d|[A-Z]*\d{6})/;

/** Pictures aside, what a workbook unfolds to is bounded, and packed again: the library would unfold the original whole. */
function bound(bytes: Uint8Array): Uint8Array {
  let size = 0;
  const parts = unzipSync(bytes, {
    filter: ({ name, originalSize }) => {
      if (!/\.(?:xml|rels)$/.test(name)) return false;
      size += originalSize;
      if (size > mostUnzipped) throw new RangeError('too large');
      return true;
    },
  });
  for (const [name, part] of Object.entries(parts)) if (name.includes('worksheets') && farCell.test(new TextDecoder().decode(part))) throw new RangeError('too far');
  return zipSync(parts, { level: 0 });
}

async function read(bytes: Uint8Array): Promise<string[][]> {
  const found: unknown = await readXlsxFile(Buffer.from(bound(bytes)));
  const first = (Array.isArray(found) && found.length > 0 && !Array.isArray(found[0]) ? (found[0] as { data: unknown }).data : found) as unknown[][];
  return first.map((row) => row.map((cell) => (cell === null || cell === undefined ? '' : cell instanceof Date ? cell.toISOString().slice(0, 10) : String(cell))));
}

read(workerData as Uint8Array).then(
  (rows) => parentPort!.postMessage(rows),
  () => parentPort!.postMessage(null),
);
