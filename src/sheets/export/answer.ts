import type { Read } from '~/platform/db/index.ts';
import { listNums, listRows, type Asked } from '../ask/index.ts';
import type { Reader } from '../visibility.ts';
import { writeCsvHead, writeCsvRows } from './csv.ts';
import { toFeatures } from './geojson.ts';
import { toItem, type Item } from './item.ts';
import { attributionOf, licence } from './licence.ts';

const batch = 500;

/** All the sheets of an answer, a few hundred at a time: the file is never whole in memory. */
async function* readItems(db: Read, reader: Reader, nums: readonly number[], origin: string): AsyncGenerator<Item[]> {
  for (let at = 0; at < nums.length; at += batch) {
    const rows = await listRows(db, reader, nums.slice(at, at + batch));
    yield rows.map((row) => toItem(row, origin));
  }
}

async function* asCsv(items: AsyncIterable<Item[]>): AsyncGenerator<string> {
  yield writeCsvHead();
  for await (const some of items) yield writeCsvRows(some);
}

async function* asGeoJson(items: AsyncIterable<Item[]>, total: number, instanceName: string): AsyncGenerator<string> {
  yield `{"type":"FeatureCollection","license":${JSON.stringify(licence.url)},"attribution":${JSON.stringify(attributionOf(instanceName))},"total":${total},"features":[`;
  let first = true;
  for await (const some of items) {
    const text = some.flatMap(toFeatures).map((feature) => JSON.stringify(feature)).join(',\n');
    if (text) yield (first ? '\n' : ',\n') + text;
    first &&= !text;
  }
  yield '\n]}\n';
}

export const exportTypes = { csv: 'text/csv; charset=utf-8; header=present', geojson: 'application/geo+json' } as const;

/** The whole answer to a question as a file, written while it is read. */
export function answerFile(db: Read, reader: Reader, asked: Asked, format: keyof typeof exportTypes, { origin, name, instanceName }: { origin: string; name: string; instanceName: string }): Response {
  const nums = listNums(asked);
  const items = readItems(db, reader, nums, origin);
  return answerText(format === 'csv' ? asCsv(items) : asGeoJson(items, nums.length, instanceName), exportTypes[format], `${name}.${format}`);
}

/** One sheet as a file of the same shape. */
export async function answerOne(item: Item, format: keyof typeof exportTypes, name: string, instanceName: string): Promise<Response> {
  const items = (async function* () {
    yield [item];
  })();
  return answerText(format === 'csv' ? asCsv(items) : asGeoJson(items, 1, instanceName), exportTypes[format], `${name}.${format}`);
}

function answerText(parts: AsyncIterable<string>, type: string, name: string): Response {
  const encoder = new TextEncoder();
  const iterator = parts[Symbol.asyncIterator]();
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      const { value, done } = await iterator.next();
      if (done) controller.close();
      else controller.enqueue(encoder.encode(value));
    },
    async cancel() {
      await iterator.return?.();
    },
  });
  // x-stream: as long as the question is wide, so not kept in memory by the page cache
  return new Response(body, { headers: { 'content-type': type, 'content-disposition': `attachment; filename="${name}"`, 'x-stream': 'yes', 'access-control-allow-origin': '*' } });
}
