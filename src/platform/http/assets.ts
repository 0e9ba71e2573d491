import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { serveStatic } from '@hono/node-server/serve-static';
import type { Hono } from 'hono';

export interface Assets {
  css: string[];
  /** The map's script, for the one page that has it. */
  map: string | null;
  /** What helps in forms: drafts, passkeys, previews. */
  edit: string | null;
  /** Fonts worth asking for at once. */
  fonts: string[];
}

interface ManifestEntry {
  file: string;
  css?: string[];
}

const folder = 'dist/client';

/** What the build made, from Vite's manifest. Nothing built (a test without a browser): pages without style. */
export async function loadAssets(): Promise<Assets> {
  let manifest: Record<string, ManifestEntry>;
  try {
    manifest = JSON.parse(await readFile(path.join(folder, '.vite/manifest.json'), 'utf8')) as Record<string, ManifestEntry>;
  } catch {
    return { css: [], map: null, edit: null, fonts: [] };
  }
  const entries = Object.entries(manifest);
  const find = (source: string) => manifest[source]?.file;
  const fonts = entries.filter(([source]) => /(bricolage-grotesque|atkinson-hyperlegible-next)-latin-(standard|wght)-normal\.woff2$/.test(source));
  const url = (file: string) => `/${file}`;
  return {
    css: [find('src/client/styles.css')].filter((file) => file !== undefined).map(url),
    map: find('src/client/map.ts') ? url(find('src/client/map.ts')!) : null,
    edit: find('src/client/edit.ts') ? url(find('src/client/edit.ts')!) : null,
    fonts: fonts.map(([, entry]) => url(entry.file)),
  };
}

/** Built files carry their hash in their name: they may be kept for ever. */
export function serveAssets(app: Hono): void {
  app.use(
    '/assets/*',
    serveStatic({
      root: folder,
      onFound: (_file, c) => c.header('cache-control', 'public, max-age=31536000, immutable'),
    }),
  );
}
