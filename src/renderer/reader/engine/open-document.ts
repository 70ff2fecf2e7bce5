import type { PDFDocumentLoadingTask } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { PaperChangedError, PaperMissingError } from './failure';
import { pdfjsAssets } from './pdfjs';
import type { Pdfjs } from './pdfjs';
import type { WorkerPair } from './workers';

/** What main answers for a file that is not what was imported. */
const FILE_CHANGED = 409;

let ahead: { readonly url: string; readonly bytes: Promise<Uint8Array> } | undefined;

/** Fetches the bytes of a paper that is about to be opened; they are kept for it, and for no other. */
export function fetchAhead(url: string): void {
  if (ahead?.url === url) return;
  const bytes = fetchNow(url);
  // Whoever opens the paper hears of a failure; nobody has to.
  bytes.catch(() => undefined);
  ahead = { url, bytes };
}

/**
 * Fetches the bytes of a paper, whole: papers are small, and one read is faster than many ranges from a local disk.
 * @throws PaperMissingError when they cannot be had, PaperChangedError when they are others than were imported
 */
export async function fetchPaper(url: string, signal: AbortSignal): Promise<Uint8Array> {
  const begun = ahead?.url === url ? ahead.bytes : undefined;
  ahead = undefined;
  const bytes = await (begun ?? fetchNow(url, signal));
  signal.throwIfAborted();
  return bytes;
}

async function fetchNow(url: string, signal?: AbortSignal): Promise<Uint8Array> {
  let response: Response;
  try {
    response = await fetch(url, signal === undefined ? {} : { signal });
  } catch (error) {
    signal?.throwIfAborted();
    throw new PaperMissingError(error instanceof Error ? error.message : String(error));
  }
  if (response.status === FILE_CHANGED) throw new PaperChangedError('status 409');
  if (!response.ok) throw new PaperMissingError(`status ${response.status}`);
  return new Uint8Array(await response.arrayBuffer());
}

/** Asks for a password: call `submit` with it. `isWrong` after one that did not fit. */
export type PasswordRequest = (submit: (password: string) => void, isWrong: boolean) => void;

/**
 * The most pixels of one picture in a PDF; a larger one is left out of its page. A page of A4 scanned at 1,200 dots an
 * inch has half as many; with more, one picture alone takes more than 1 GiB.
 */
const MAX_PICTURE_PIXELS = 1 << 28;

/** Starts opening bytes (which are given away) on a pair of workers. No scripts, no XFA, no network. */
export function openDocument(
  { core }: Pdfjs,
  workers: WorkerPair,
  data: Uint8Array,
  onPassword: PasswordRequest,
): PDFDocumentLoadingTask {
  // Read when the document is opened: each document paints in its own pair's thread.
  core.GlobalWorkerOptions.rendererPorts = [workers.painterThread];
  const task = core.getDocument({
    ...pdfjsAssets(),
    data,
    worker: workers.parser,
    enableXfa: false,
    maxImageSize: MAX_PICTURE_PIXELS,
    verbosity: core.VerbosityLevel.ERRORS,
  });
  task.onPassword = (submit: (password: string) => void, reason: number) =>
    onPassword(submit, reason === core.PasswordResponses.INCORRECT_PASSWORD);
  return task;
}
