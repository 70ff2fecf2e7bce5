import type { AnswersByField } from './people';

/** What {@link unattendedDriver} is to do. */
export interface UnattendedTour {
  /** Where it writes `exported` when it has come to its end, or what stopped it. */
  readonly donePath: string;
  /** Where the export goes. */
  readonly outPath: string;
  readonly venue: string;
  readonly paper: number;
  /** Enough for the review to be ready. */
  readonly answers: AnswersByField;
}

/**
 * The source of a CommonJS module that Electron loads before the app (`--require=`) and that then plays a person with no
 * debugger attached: opens the sample and a paper, types, marks the review ready, exports, and quits.
 */
export function unattendedDriver(tour: UnattendedTour): string {
  return `'use strict';
const { app, dialog } = require('electron');
const { writeFileSync } = require('node:fs');
const tour = ${JSON.stringify(tour)};
const end = (words) => { writeFileSync(tour.donePath, words); app.exit(0); };
setTimeout(() => end('took too long'), 90_000);
app.once('web-contents-created', (_event, contents) => {
  contents.once('did-finish-load', async () => {
    dialog.showSaveDialog = async () => ({ canceled: false, filePath: tour.outPath });
    try {
      await contents.executeJavaScript('(' + ${JSON.stringify(inThePage.toString())} + ')(' + JSON.stringify(tour) + ')', true);
      end('exported');
    } catch (error) {
      end(String(error));
    }
  });
});
`;
}

/** Runs in the page: only what the page itself has may be named here. */
async function inThePage(tour: UnattendedTour): Promise<void> {
  const { referee } = window as unknown as {
    referee: { request(route: string, input: object): Promise<{ ok: boolean; error?: { message: string } }> };
  };
  const seen = async <T extends Element>(find: () => T | null | undefined, what: string): Promise<T> => {
    for (let waits = 0; waits < 600; waits += 1) {
      const element = find();
      if (element != null) return element;
      await new Promise((later) => setTimeout(later, 50));
    }
    throw new Error(`${what} did not come; there is: ${document.body.innerText.slice(0, 400)}`);
  };
  const button = async (words: RegExp, root = 'body'): Promise<void> => {
    const found = await seen(
      () =>
        [...document.querySelectorAll<HTMLElement>(`${root} button`)].find((one) =>
          words.test(one.getAttribute('aria-label') ?? one.textContent ?? ''),
        ),
      String(words),
    );
    // A hand is never as fast as this script: what was drawn has been wired up two frames later.
    for (let frames = 0; frames < 2; frames += 1) await new Promise((next) => requestAnimationFrame(next));
    found.click();
  };
  const must = async (route: string, input: object): Promise<void> => {
    const answer = await referee.request(route, { venue: tour.venue, paper: tour.paper, ...input });
    if (!answer.ok) throw new Error(`${route}: ${answer.error?.message ?? ''}`);
  };

  await button(/^Try the sample$/, 'main');
  const row = await seen(
    () =>
      [...document.querySelectorAll('[role=row]')].find(
        (one) => one.querySelector('[role=gridcell]')?.textContent === String(tour.paper),
      ),
    'the row',
  );
  row.querySelector<HTMLElement>('button')?.click();
  await seen(() => document.querySelector('[role=group] canvas'), 'the first page');
  const box = await seen(
    () => document.querySelector<HTMLElement>('[data-field="strengths"] [data-prose]'),
    'the form',
  );
  box.focus();
  for (const letter of 'Typed by hand. ') document.execCommand('insertText', false, letter);
  for (const [field, answer] of Object.entries(tour.answers)) await must('review.answer', { field, answer });
  await must('review.markReady', {});
  await button(/^All papers$/);
  await button(/^Export/, 'main');
  await button(/^Export 1 review/, '[role=dialog]');
  const keeping = await seen(
    () =>
      [...document.querySelectorAll<HTMLElement>('[role=dialog] label')].find((one) =>
        /Keep it in a file/.test(one.innerText),
      ),
    'the question how the signing key is kept',
  );
  keeping.click();
  await button(/^Go on$/, '[role=dialog]');
  await button(/^Done$/, '[role=dialog]');
}
