import { readdirSync, symlinkSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { build } from 'vite';
import { tempFolder } from './temp';

/** The module of the thread that opens bundles ahead, built as the app has it. */
export async function buildOpener(): Promise<string> {
  const folder = tempFolder();
  symlinkSync(resolve('node_modules'), join(folder, 'node_modules'));
  await build({
    configFile: false,
    logLevel: 'error',
    resolve: { alias: { '@shared': resolve('src/shared') } },
    build: {
      ssr: resolve('src/main/services/ahead/opener-thread.ts'),
      outDir: folder,
      emptyOutDir: false,
      minify: false,
    },
  });
  return join(folder, readdirSync(folder).find((name) => name.startsWith('opener-thread.')) ?? '');
}
