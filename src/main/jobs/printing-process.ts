import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface, type Interface } from 'node:readline';
import { AppError } from '@shared/contract/errors';
import { PRINT_SWITCH, type PagePrinter, type PrintAnswer } from '../services/page-printer';

/** How Electron is started to print. */
export interface PrintingProgram {
  /** Electron's executable; null where there is none. */
  readonly electron: string | null;
  /** Switches that it needs on this system. */
  readonly flags: readonly string[];
  /** The application's folder. */
  readonly appFolder: string;
}

/** The page's process with its answers. */
interface Running {
  readonly child: ChildProcessWithoutNullStreams;
  readonly answers: Interface;
}

/**
 * A printer for a process that is not Electron: starts the application out of sight when the first document is printed, with
 * a profile of its own that goes with it. It needs no display.
 */
export function createPrintingProcess({ electron, flags, appFolder }: PrintingProgram): PagePrinter {
  const profile = { folder: null as string | null };
  let running: Running | null = null;

  const start = (): Running => {
    if (electron === null) {
      throw new AppError(
        'NOT_AVAILABLE_HERE',
        'A PDF is typeset by Electron, which is not installed here. Start the window once, or write plain text instead.',
      );
    }
    profile.folder = mkdtempSync(join(tmpdir(), 'referee-print-'));
    const display = process.platform === 'linux' ? ['--ozone-platform=headless'] : [];
    const args = [...flags, ...display, appFolder, `--${PRINT_SWITCH}`, `--user-data-dir=${profile.folder}`];
    const child = spawn(electron, args, { stdio: ['pipe', 'pipe', 'pipe'] });
    // What Chromium tells of itself is nobody's concern, and a full pipe would stop it.
    child.stderr.resume();
    child.on('error', () => undefined);
    child.stdin.on('error', () => undefined);
    return { child, answers: createInterface({ input: child.stdout }) };
  };

  return {
    async print(document) {
      const { child, answers } = (running ??= start());
      const ended = new AbortController();
      const line = once(answers, 'line', { signal: ended.signal }) as Promise<[string]>;
      const gone = once(answers, 'close', { signal: ended.signal }).then(() => {
        throw new AppError(
          'INTERNAL',
          'Electron ended before the PDF was made. Try again, or write plain text instead.',
        );
      });
      child.stdin.write(`${JSON.stringify(document)}\n`);
      try {
        const [text] = await Promise.race([line, gone]);
        const answer = JSON.parse(text) as PrintAnswer;
        if ('error' in answer) throw new AppError('INTERNAL', answer.error);
        return Buffer.from(answer.pdf, 'base64');
      } finally {
        ended.abort();
        await Promise.allSettled([line, gone]);
      }
    },
    close() {
      const closing = running;
      running = null;
      const remove = (): void => {
        if (profile.folder !== null) rmSync(profile.folder, { recursive: true, force: true, maxRetries: 5 });
        profile.folder = null;
      };
      if (closing === null) {
        remove();
        return;
      }
      closing.child.once('close', remove);
      closing.child.stdin.end();
    },
  };
}
