import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { onTestFinished } from 'vitest';
import type { ChangeEvent } from '@shared/contract/topics';
import { compose, type Application, type Host } from '@main/compose';
import { inThisThread } from '@main/jobs/executor';
import { tempFolder } from './temp';

/** An application without a window, with what it told and what failed in it. */
export interface TestApplication {
  readonly application: Application;
  /** The data folder. */
  readonly folder: string;
  readonly events: ChangeEvent[];
  readonly failures: string[];
}

/** The application as the command line puts it together, on 10 May 2026. */
export function makeApplication(
  folder = join(tempFolder(), 'data'),
  changes: Partial<Host> = {},
): TestApplication {
  mkdirSync(folder, { recursive: true });
  const events: ChangeEvent[] = [];
  const failures: string[] = [];
  const application = compose({
    dataFolder: folder,
    resourcesFolder: resolve('resources'),
    version: '0.0.0',
    runtime: 'test',
    clock: { nowMs: () => Date.parse('2026-05-10T09:00:00Z'), timeZone: 'Asia/Seoul' },
    keychain: async () => null,
    passphrase: () => null,
    picker: null,
    // Node runs it as it stands: it imports nothing of ours.
    pageReaderPath: resolve('src/main/text/page-reader-thread.ts'),
    executor: inThisThread,
    publish: (topic, payload) => {
      events.push({ topic, payload } as ChangeEvent);
    },
    onFailure: (route, detail) => {
      failures.push(`${route}: ${detail}`);
    },
    ...changes,
  });
  onTestFinished(application.close);
  return { application, folder, events, failures };
}
