import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

const here = (folder: string) => fileURLToPath(new URL(folder, import.meta.url));

export const resolve = { alias: [{ find: /^~\//, replacement: here('./src/') }, { find: /^~root\//, replacement: here('./') }] };
export const jsx = { runtime: 'automatic' as const, importSource: 'preact' };

export default defineConfig(({ isSsrBuild }) => ({
  resolve,
  oxc: { jsx },
  publicDir: isSsrBuild ? false : 'public',
  build: isSsrBuild
    ? { target: 'node26', sourcemap: true, minify: false, emptyOutDir: true }
    : {
        emptyOutDir: true,
        // the server reads it to name the files in its pages
        manifest: true,
        modulePreload: { polyfill: false },
        // MapLibre, and only on the map
        chunkSizeWarningLimit: 1_500,
        rolldownOptions: { input: ['map.ts', 'edit.ts', 'styles.css'].map((name) => here(`./src/client/${name}`)).filter((file) => existsSync(file)) },
      },
}));
