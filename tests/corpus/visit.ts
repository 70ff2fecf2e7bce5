import type { Page } from 'playwright';
import type { CorpusFile } from './corpus-store';

/** How opening a file ended. */
export interface Ending {
  /** `page`: its first page is on screen. `note`: it is, with a note that it could not be drawn wholly. */
  readonly kind: 'page' | 'note' | 'message' | 'password' | 'nothing' | 'dead';
  /** The heading of the message, or what went wrong. */
  readonly words: string;
  readonly tookMs: number;
  /** Whether the first page has anything but one colour on it; null when there is none. */
  readonly hasInk: boolean | null;
}

/** How long a file may take to end in something. */
const LIMIT_MS = 10_000;

/** Opens the next paper of the list by its key and waits until it ends in something. */
export async function visitNext(page: Page, file: CorpusFile, isFirst: boolean): Promise<Ending> {
  const startedAt = Date.now();
  const step = async (): Promise<Omit<Ending, 'tookMs'>> => {
    if (isFirst) await page.getByRole('button', { name: file.path, exact: true }).click();
    else await page.keyboard.press('Alt+ArrowDown');
    return waitForEnding(page, file.path);
  };
  const late = new Promise<Omit<Ending, 'tookMs'>>((done) => {
    setTimeout(
      () => done({ kind: 'dead', words: 'the window did not answer', hasInk: null }),
      LIMIT_MS + 2_000,
    );
  });
  const ending = await Promise.race([
    step().catch((error: unknown) => ({ kind: 'dead' as const, words: String(error), hasInk: null })),
    late,
  ]);
  return { ...ending, tookMs: Date.now() - startedAt };
}

async function waitForEnding(page: Page, title: string): Promise<Omit<Ending, 'tookMs'>> {
  return page.evaluate(
    async ({ title: wanted, limitMs }) => {
      const hasInk = (canvas: HTMLCanvasElement): boolean => {
        const small = new OffscreenCanvas(64, 64).getContext('2d');
        if (small === null || canvas.width === 0) return false;
        small.drawImage(canvas, 0, 0, 64, 64);
        const pixels = new Uint32Array(small.getImageData(0, 0, 64, 64).data.buffer);
        return pixels.some((pixel) => pixel !== pixels[0]);
      };
      const look = (): Omit<Ending, 'tookMs'> | null => {
        const reader = document.querySelector(`section[aria-label="Paper: ${CSS.escape(wanted)}"]`);
        if (reader === null) return null;
        const failure = reader.querySelector('[role="alert"]');
        if (failure !== null) {
          return {
            kind: 'message',
            words: failure.firstElementChild?.nextElementSibling?.textContent ?? '',
            hasInk: null,
          };
        }
        if (reader.querySelector('input[type="password"]') !== null)
          return { kind: 'password', words: '', hasInk: null };
        const sheet = reader.querySelector('.page[data-page-number="1"][data-loaded]:not(.loadingIcon)');
        const canvas = sheet?.querySelector('canvas') ?? null;
        const note = reader.querySelector('.page[data-page-number="1"] .pageFailure');
        if (note !== null) return { kind: 'note', words: note.textContent, hasInk: null };
        if (canvas === null || canvas.hidden) return null;
        return { kind: 'page', words: '', hasInk: hasInk(canvas) };
      };
      const endsAt = performance.now() + limitMs;
      while (performance.now() < endsAt) {
        const ending = look();
        if (ending !== null) return ending;
        await new Promise((done) => setTimeout(done, 20));
      }
      return { kind: 'nothing' as const, words: 'neither a page nor a message', hasInk: null };
    },
    { title, limitMs: LIMIT_MS },
  );
}
