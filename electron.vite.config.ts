import { cpSync } from 'node:fs';
import { resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';
import type { Plugin } from 'vite';

const shared = resolve('src/shared');

/** pdf.js fetches these by name at run time: character maps, standard fonts, decoders, colour profiles. */
function pdfjsAssets(): Plugin {
  return {
    name: 'referee:pdfjs-assets',
    apply: 'build',
    closeBundle() {
      for (const folder of ['cmaps', 'standard_fonts', 'wasm', 'iccs']) {
        cpSync(`node_modules/pdfjs-dist/${folder}`, `out/renderer/pdfjs/${folder}`, { recursive: true });
      }
    },
  };
}

// Code that runs in the app may use nothing that Electron 33 lacks: Chromium 130, Node 20.18.
export default defineConfig({
  main: {
    resolve: { alias: { '@shared': shared } },
    build: {
      target: 'node20.18',
      rollupOptions: { input: { index: resolve('src/main/index.ts'), cli: resolve('src/main/cli.ts') } },
    },
  },
  preload: {
    resolve: { alias: { '@shared': shared } },
    build: {
      target: 'node20.18',
      rollupOptions: {
        input: { index: resolve('src/preload/index.ts') },
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: 'src/renderer',
    resolve: { alias: { '@shared': shared, '@renderer': resolve('src/renderer') } },
    plugins: [react(), pdfjsAssets()],
    build: {
      target: 'chrome130',
      minify: true,
      // A font inlined as a data: URL would be refused by the page's policy.
      assetsInlineLimit: 0,
      rollupOptions: {
        input: { index: resolve('src/renderer/index.html'), print: resolve('src/renderer/print.html') },
      },
    },
  },
});
