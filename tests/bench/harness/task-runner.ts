import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { build } from 'vite';
import type { Tasks } from '../tasks/tasks';

/** What a task answered, and the largest resident set of its process, MiB. */
export interface TaskReport<Name extends keyof Tasks> {
  readonly answer: Awaited<ReturnType<Tasks[Name]>>;
  readonly peakMib: number;
}

/** Runs tasks, each in a fresh Electron process without a window. */
export type TaskRunner = <Name extends keyof Tasks>(
  name: Name,
  input: Parameters<Tasks[Name]>[0],
) => Promise<TaskReport<Name>>;

/**
 * Bundles the tasks with the product's own services, as the build does, and answers what runs them in Electron's Node:
 * its hashes and its SQLite are what a person gets.
 *
 * @param folder where the bundled tasks go; below the checkout, so that its packages are found
 */
export async function openTaskRunner(folder: string): Promise<TaskRunner> {
  await build({
    configFile: false,
    logLevel: 'error',
    resolve: { alias: { '@shared': resolve('src/shared'), '@main': resolve('src/main') } },
    build: {
      ssr: true,
      outDir: join(folder, 'tasks'),
      target: 'node20.18',
      rollupOptions: {
        input: {
          main: resolve('tests/bench/tasks/main.ts'),
          opener: resolve('src/main/services/ahead/opener-thread.ts'),
        },
        output: { entryFileNames: '[name].mjs', chunkFileNames: '[name].mjs' },
      },
    },
  });
  const electron = createRequire(import.meta.url)('electron') as unknown as string;
  return (name, input) => runTask(electron, join(folder, 'tasks', 'main.mjs'), name, input);
}

function runTask<Name extends keyof Tasks>(
  electron: string,
  script: string,
  name: Name,
  input: unknown,
): Promise<TaskReport<Name>> {
  return new Promise((done, fail) => {
    const child = spawn(electron, [script, name], {
      env: { ...process.env, ELECTRON_RUN_AS_NODE: '1' },
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    let said = '';
    child.stdout.on('data', (chunk: Buffer) => {
      said += String(chunk);
    });
    child.once('error', fail);
    child.once('close', (code) => {
      const line = said.trimEnd().split('\n').at(-1) ?? '';
      if (code === 0) done(JSON.parse(line) as TaskReport<Name>);
      else fail(new Error(`${name} ended with ${code}`));
    });
    child.stdin.end(JSON.stringify(input));
  });
}
