import { fileTypeFromBuffer } from 'file-type';

const photos = new Set(['image/jpeg', 'image/png', 'image/webp', 'image/avif']);

/** Documents that are accepted, by what they hold and not by what they are called. */
const documents: Record<string, string> = {
  'application/pdf': 'pdf',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'docx',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': 'xlsx',
  'application/vnd.openxmlformats-officedocument.presentationml.presentation': 'pptx',
  'application/vnd.oasis.opendocument.text': 'odt',
  'application/vnd.oasis.opendocument.spreadsheet': 'ods',
  'application/vnd.oasis.opendocument.presentation': 'odp',
};

export async function detectPhoto(bytes: Uint8Array): Promise<boolean> {
  return photos.has((await fileTypeFromBuffer(bytes))?.mime ?? '');
}

/** Media type and extension of a document, or null when it is none of those accepted. Text has no signature: UTF-8 named .csv or .txt. */
export async function detectDocument(bytes: Uint8Array, name: string): Promise<{ mediaType: string; extension: string } | null> {
  const found = await fileTypeFromBuffer(bytes);
  if (found) return documents[found.mime] ? { mediaType: found.mime, extension: documents[found.mime]! } : null;
  const extension = /\.(csv|txt)$/i.exec(name)?.[1]?.toLowerCase();
  if (!extension || !isText(bytes)) return null;
  return { mediaType: extension === 'csv' ? 'text/csv; charset=utf-8' : 'text/plain; charset=utf-8', extension };
}

function isText(bytes: Uint8Array): boolean {
  try {
    return !new TextDecoder('utf-8', { fatal: true }).decode(bytes).includes('\0');
  } catch {
    return false;
  }
}

/** A name that is one in every file system: no path, no control character, the extension of what it is. */
export function cleanFileName(name: string, extension: string): string {
  const base = name.replace(/^.*[/\\]/, '').replace(/\.[^.]*$/, '').replace(/[^\p{L}\p{N} ._-]+/gu, ' ').replace(/\s+/g, ' ').trim().slice(0, 80);
  return `${base || 'document'}.${extension}`;
}
