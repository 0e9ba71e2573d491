import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { serveStatic } from '@hono/node-server/serve-static';
import type { Hono } from 'hono';

export interface Assets {
  css: string[];
  /** The map's script, for the one page that has it. */
  map: string | null;
  /** Fonts worth asking for at once. */
  fonts: string[];
}

interface ManifestEntry {
  file: string;
  css?: string[];
  src?: string;
}

const root = 'dist/client';

/** What the build made, from Vite's manifest. Nothing built (a test without a browser): pages without style. */
export async function loadAssets(folder = root): Promise<Assets> {
  let manifest: Record<string, ManifestEntry>;
  try {
    manifest = JSON.parse(await readFile(path.join(folder, '.vite/manifest.json'), 'utf8')) as Record<string, ManifestEntry>;
  } catch {
    return { css: [], map: null, fonts: [] };
  }
  const entries = Object.entries(manifest);
  const find = (ending: string) => entries.find(([source]) => source.endsWith(ending))?.[1];
  const css = [find('styles.css')?.file, ...(find('client/main.ts')?.css ?? [])].filter((file) => file !== undefined);
  return {
    css: [...new Set(css)].map((file) => `/${file}`),
    map: find('client/map.ts') ? `/${find('client/map.ts')!.file}` : null,
    fonts: entries
      .map(([, entry]) => entry.file)
      .filter((file) => /(bricolage-grotesque-latin-(?:full|standard|wght|opsz)-normal|atkinson-hyperlegible-next-latin-wght-normal).*\.woff2$/.test(file))
      .map((file) => `/${file}`),
  };
}

/** Built files carry their hash in their name: they may be kept for ever. */
export function serveAssets(app: Hono, folder = root): void {
  app.use(
    '/assets/*',
    serveStatic({ root: folder, onFound: (_file, c) => c.header('cache-control', 'public, max-age=31536000, immutable') }),
  );
}
