import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { constants, brotliCompress, gzip } from 'node:zlib';

const compressWithGzip = promisify(gzip);
const compressWithBrotli = promisify(brotliCompress);

export interface KeptPage {
  status: number;
  headers: Record<string, string>;
  plain: Buffer;
  gzip: Buffer | null;
  br: Buffer | null;
  etag: string;
}

export interface PageCache {
  /** A page kept at this very version of the data, or nothing. */
  find(key: string, version: string): KeptPage | undefined;
  keep(key: string, version: string, page: KeptPage): void;
  readonly size: number;
}

// What an entry weighs beside its page: without it, a million of small files with a million of addresses would fit.
const ownWeight = 2048;

/** Pages for anonymous readers, oldest out first. A version that differs is never served: the page is made again. */
export function createPageCache(maxBytes = 64 * 1024 * 1024): PageCache {
  const pages = new Map<string, { version: string; page: KeptPage; bytes: number }>();
  let total = 0;
  const drop = (key: string) => {
    total -= pages.get(key)?.bytes ?? 0;
    pages.delete(key);
  };
  return {
    find(key, version) {
      const kept = pages.get(key);
      if (!kept) return undefined;
      if (kept.version !== version) {
        drop(key);
        return undefined;
      }
      return kept.page;
    },
    keep(key, version, page) {
      drop(key);
      const bytes = page.plain.length + (page.gzip?.length ?? 0) + (page.br?.length ?? 0) + key.length * 2 + ownWeight;
      if (bytes > maxBytes / 16) return;
      pages.set(key, { version, page, bytes });
      total += bytes;
      for (const oldest of pages.keys()) {
        if (total <= maxBytes) break;
        drop(oldest);
      }
    },
    get size() {
      return total;
    },
  };
}

export async function makeKeptPage(response: Response): Promise<KeptPage> {
  const plain = Buffer.from(await response.arrayBuffer());
  const worth = plain.length > 1000;
  return {
    status: response.status,
    headers: Object.fromEntries(response.headers),
    plain,
    gzip: worth ? await compressWithGzip(plain, { level: 6 }) : null,
    br: worth ? await compressWithBrotli(plain, { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } }) : null,
    etag: `W/"${createHash('sha1').update(plain).digest('base64url')}"`,
  };
}

/** The answer that this client understands: nothing when it has it already, compressed when it can. */
export function answerKept(page: KeptPage, request: { header(name: string): string | null | undefined }): Response {
  const headers: Record<string, string> = { ...page.headers, etag: page.etag, vary: 'accept-encoding, cookie', 'cache-control': 'no-cache' };
  if (matchesEtag(request.header('if-none-match'), page.etag)) return new Response(null, { status: 304, headers });
  const accepted = request.header('accept-encoding') ?? '';
  const coding = page.br && accepts(accepted, 'br') ? 'br' : page.gzip && accepts(accepted, 'gzip') ? 'gzip' : null;
  const body = coding ? page[coding]! : page.plain;
  if (coding) headers['content-encoding'] = coding;
  headers['content-length'] = String(body.length);
  return new Response(body as Uint8Array<ArrayBuffer>, { status: page.status, headers });
}

/** `br;q=0` is a refusal. */
function accepts(header: string, coding: string): boolean {
  const said = header.split(',').map((one) => one.trim().toLowerCase().split(/\s*;\s*/)).find(([name]) => name === coding);
  return said !== undefined && !said.some((part) => /^q=0(?:\.0*)?$/.test(part));
}

function matchesEtag(header: string | null | undefined, etag: string): boolean {
  if (!header) return false;
  return header.trim() === '*' || header.split(',').some((one) => one.trim().replace(/^W\//, '') === etag.replace(/^W\//, ''));
}

/** A page that a link in a mail opened, a form with its hour: no cache on the way may guess how long it is good. */
export function neverKept(response: Response): Response {
  if (!response.headers.has('cache-control')) response.headers.set('cache-control', 'no-store');
  return response;
}
