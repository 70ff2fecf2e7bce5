import { statSync } from 'node:fs';
import { Worker } from 'node:worker_threads';
import { AppError } from '@shared/contract/errors';
import type { UnreadableReason } from '@shared/contract/search';
import { cleanPageText } from './clean-page-text';
import type { PageReaderMessage } from './page-reader-thread';

/** How much a PDF may take before it is given up. */
export interface ReadingLimits {
  /** The largest file that is tried, bytes. */
  readonly fileBytes: number;
  /** How long no page may come, milliseconds. */
  readonly silenceMs: number;
  /** How long all pages may take, milliseconds. */
  readonly totalMs: number;
  /** How much the process may grow while it is read, bytes. */
  readonly growthBytes: number;
  /** How much text it may give, UTF-16 code units. */
  readonly textLength: number;
}

/** What any paper, proceedings and theses too, stays far below. */
export const READING_LIMITS: ReadingLimits = {
  fileBytes: 512 << 20,
  silenceMs: 30_000,
  totalMs: 300_000,
  growthBytes: 1024 << 20,
  textLength: 20_000_000,
};

/** What became of reading a PDF: its pages' cleaned text from the first on, or why there is none. */
export type PdfText =
  | { readonly isRead: true; readonly pages: readonly string[] }
  | { readonly isRead: false; readonly why: UnreadableReason };

/** Reads one PDF after another in a thread of its own. */
export interface PageReader {
  /**
   * The text of a PDF. `checkpoint` is asked often; what it throws ends the reading.
   *
   * @throws AppError CANCELLED, from the checkpoint
   */
  read(path: string, checkpoint: () => void): Promise<PdfText>;
  /** Ends the thread. */
  close(): Promise<void>;
}

const LOOK_MS = 20;
/**
 * Where V8 itself would end the thread, MiB. Far above what the process may grow: there, V8 sometimes ends the process
 * instead.
 */
const HEAP_MIB = 3072;

/** A reader whose threads start from the module at `threadPath`. A thread that had to be stopped is replaced. */
export function createPageReader(threadPath: string, limits: ReadingLimits = READING_LIMITS): PageReader {
  let thread: Worker | null = null;
  const start = (): Worker => {
    const worker = new Worker(threadPath, {
      // What pdf.js says of a damaged file is of no use to anybody, and quotes it.
      stdout: true,
      stderr: true,
      resourceLimits: { maxOldGenerationSizeMb: HEAP_MIB },
    });
    worker.stdout.resume();
    worker.stderr.resume();
    worker.unref();
    return worker;
  };
  const stop = async (): Promise<void> => {
    const stopped = thread;
    thread = null;
    await stopped?.terminate();
  };

  return {
    async read(path, checkpoint) {
      if (statSync(path).size > limits.fileBytes) return { isRead: false, why: 'too-large' };
      thread ??= start();
      try {
        const text = await readIn(thread, path, checkpoint, limits);
        if (!text.isRead && (text.why === 'too-slow' || text.why === 'too-large')) await stop();
        return text;
      } catch (error) {
        await stop();
        throw error;
      }
    },
    close: stop,
  };
}

function readIn(
  thread: Worker,
  path: string,
  checkpoint: () => void,
  limits: ReadingLimits,
): Promise<PdfText> {
  return new Promise((resolve, reject) => {
    const startedAtMs = performance.now();
    const startBytes = process.memoryUsage.rss();
    const pages: string[] = [];
    let heardAtMs = startedAtMs;
    let textLength = 0;
    let damagedCount = 0;
    const end = (settle: () => void): void => {
      clearInterval(timer);
      thread.off('message', onMessage).off('error', onError).off('exit', onExit);
      settle();
    };
    const giveUp = (why: UnreadableReason): void => {
      end(() => {
        resolve({ isRead: false, why });
      });
    };
    const onMessage = (message: PageReaderMessage): void => {
      heardAtMs = performance.now();
      if (message.type === 'failed') return giveUp(message.why);
      if (message.type === 'end') {
        if (pages.length === 0 || damagedCount === pages.length) return giveUp('broken');
        return end(() => {
          resolve({ isRead: true, pages });
        });
      }
      if (message.isDamaged) damagedCount += 1;
      textLength += message.text.length;
      if (textLength > limits.textLength) return giveUp('too-large');
      pages.push(cleanPageText(message.text));
    };
    // A thread that ran out of its memory tells it so; any other fault in it is the file's too.
    const onError = (error: Error & { readonly code?: string }): void => {
      giveUp(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? 'too-large' : 'broken');
    };
    const onExit = (): void => {
      giveUp('broken');
    };
    const timer = setInterval(() => {
      try {
        checkpoint();
      } catch (error) {
        return end(() => {
          reject(error instanceof AppError ? error : new Error('the reading was stopped', { cause: error }));
        });
      }
      const nowMs = performance.now();
      if (nowMs - heardAtMs > limits.silenceMs || nowMs - startedAtMs > limits.totalMs) giveUp('too-slow');
      else if (process.memoryUsage.rss() - startBytes > limits.growthBytes) giveUp('too-large');
    }, LOOK_MS);
    thread.on('message', onMessage).on('error', onError).on('exit', onExit);
    thread.postMessage(path);
  });
}
