import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

const here = (folder: string) => fileURLToPath(new URL(folder, import.meta.url));

export const resolve = { alias: [{ find: /^~\//, replacement: here('./src/') }, { find: /^~root\//, replacement: here('./') }] };
export const jsx = { runtime: 'automatic' as const, importSource: 'preact' };

export default defineConfig(({ isSsrBuild }) => ({
  resolve,
  oxc: { jsx },
  publicDir: isSsrBuild ? false : 'public',
  base: '/assets/',
  build: isSsrBuild
    ? { target: 'node26', sourcemap: true, minify: false, rolldownOptions: { output: { entryFileNames: '[name].js' } } }
    : {
        outDir: 'dist/client',
        emptyOutDir: true,
        manifest: 'manifest.json',
        // the pages name the two files by the manifest; Vite's own HTML is not used
        rolldownOptions: { input: [here('./src/client/main.ts'), here('./src/client/styles.css')] },
        modulePreload: { polyfill: false },
        assetsDir: '',
      },
}));
