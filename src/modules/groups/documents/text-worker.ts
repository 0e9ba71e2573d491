// Runs in a thread of its own, by Node as it is: types that can be taken out, packages, and nothing of ours.
import { parentPort, workerData } from 'node:worker_threads';
import { unzipSync, zipSync } from 'fflate';

type Read = { reading: 'read' | 'empty' | 'locked' | 'broken' | 'unread'; text: string; cut: boolean };

const mostText = 400_000;
const mostPages = 600;
const mostUnzipped = 60 * 1024 * 1024;

/** A zip tells how large its parts will be, and is not believed beyond it: a part gets that room and no more. */
function unzip(bytes: Uint8Array, wanted: (name: string) => boolean): Record<string, Uint8Array> {
  let size = 0;
  return unzipSync(bytes, {
    filter: ({ name, originalSize }) => {
      if (!wanted(name)) return false;
      size += originalSize;
      if (size > mostUnzipped) throw new RangeError('too large');
      return true;
    },
  });
}

async function readPdf(bytes: Uint8Array): Promise<Read> {
  const { getDocumentProxy } = await import('unpdf');
  const pdf = await getDocumentProxy(bytes);
  const pages: string[] = [];
  let length = 0;
  const last = Math.min(pdf.numPages, mostPages);
  let number = 1;
  for (; number <= last && length < mostText; number++) {
    const page = await pdf.getPage(number);
    const { items } = await page.getTextContent();
    const text = items.map((item) => ('str' in item ? item.str + (item.hasEOL ? '\n' : '') : '')).join('');
    pages.push(text);
    length += text.length;
    page.cleanup();
  }
  return bounded(pages.join('\n'), number <= pdf.numPages);
}

async function readDocx(bytes: Uint8Array): Promise<Read> {
  const parts = unzip(bytes, (name) => /^(\[Content_Types\]\.xml|_rels\/|word\/[^/]+\.xml$|word\/_rels\/)/.test(name));
  const { default: mammoth } = await import('mammoth');
  // Packed again from what was bounded: the library would unfold the original whole.
  const { value } = await mammoth.extractRawText({ buffer: Buffer.from(zipSync(parts, { level: 0 })) });
  return bounded(value, false);
}

async function readOdt(bytes: Uint8Array): Promise<Read> {
  const parts = unzip(bytes, (name) => name === 'content.xml' || name === 'META-INF/manifest.xml');
  const decoder = new TextDecoder('utf-8');
  if (/encryption-data/.test(decoder.decode(parts['META-INF/manifest.xml'] ?? new Uint8Array()))) return { reading: 'locked', text: '', cut: false };
  if (!parts['content.xml']) return { reading: 'broken', text: '', cut: false };
  const { XMLParser } = await import('fast-xml-parser');
  const tree = new XMLParser({ preserveOrder: true, ignoreAttributes: true, trimValues: false, processEntities: true }).parse(decoder.decode(parts['content.xml'])) as Node[];
  return bounded(textOf(tree), false);
}

type Node = Record<string, unknown>;
const spaces: Record<string, string> = { 'text:s': ' ', 'text:tab': ' ', 'text:line-break': '\n' };
const blocks = new Set(['text:p', 'text:h', 'text:list-item', 'table:table-cell']);

function textOf(nodes: Node[]): string {
  return nodes
    .map((node) => {
      if (typeof node['#text'] === 'string' || typeof node['#text'] === 'number') return String(node['#text']);
      const [name] = Object.keys(node).filter((key) => key !== ':@');
      if (name === undefined) return '';
      const inside = Array.isArray(node[name]) ? textOf(node[name] as Node[]) : '';
      return (spaces[name] ?? '') + inside + (blocks.has(name) ? '\n' : '');
    })
    .join('');
}

function bounded(raw: string, more: boolean): Read {
  // PostgreSQL has no text with a null character; our marks of an excerpt are control characters.
  const text = raw.replace(/[\p{Cc}--[\n\t]]/gv, ' ').toWellFormed().replace(/[ \t\u00a0]+/g, ' ').replace(/\s*\n\s*/g, '\n').trim();
  if (!text) return { reading: 'empty', text: '', cut: false };
  return { reading: 'read', text: text.slice(0, mostText), cut: more || text.length > mostText };
}

async function read(bytes: Uint8Array, mediaType: string): Promise<Read> {
  if (mediaType === 'application/pdf') return readPdf(bytes);
  if (mediaType.endsWith('wordprocessingml.document')) return readDocx(bytes);
  if (mediaType === 'application/vnd.oasis.opendocument.text') return readOdt(bytes);
  if (mediaType.startsWith('text/')) return bounded(new TextDecoder('utf-8').decode(bytes), false);
  return { reading: 'unread', text: '', cut: false };
}

const { bytes, mediaType } = workerData as { bytes: Uint8Array; mediaType: string };
read(bytes, mediaType).then(
  (found) => parentPort!.postMessage(found),
  (error: Error) => parentPort!.postMessage({ reading: error.name === 'PasswordException' ? 'locked' : 'broken', text: '', cut: false }),
);
