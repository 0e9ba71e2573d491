import sharp from 'sharp';
import { detectPhoto } from './types.ts';

export interface Photo {
  width: number;
  height: number;
  /** From small to large, WebP, without any metadata: no place, no camera, no name. */
  sizes: { width: number; height: number; content: Buffer }[];
}

const widths = [480, 960, 1600];
// 40 million points unfold to 160 MB: a larger one is a bomb or a poster.
const maxPixels = 40_000_000;

/** Re-encodes: what comes out is ours, byte for byte. Null: not a photo that we can read. Input JPEG, PNG, WebP or AVIF, by content. */
export async function readPhoto(bytes: Uint8Array): Promise<Photo | null> {
  if (!(await detectPhoto(bytes))) return null;
  try {
    const open = () => sharp(bytes, { limitInputPixels: maxPixels, failOn: 'error', pages: 1 }).autoOrient();
    const { info } = await open().resize({ width: widths.at(-1)!, withoutEnlargement: true }).raw().toBuffer({ resolveWithObject: true });
    const sizes = [];
    for (const width of new Set(widths.map((one) => Math.min(one, info.width)))) {
      const { data, info: made } = await open().resize({ width, withoutEnlargement: true }).webp({ quality: 80 }).toBuffer({ resolveWithObject: true });
      sizes.push({ width: made.width, height: made.height, content: data });
    }
    return { width: info.width, height: info.height, sizes };
  } catch {
    return null;
  }
}
