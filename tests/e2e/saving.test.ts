import { execFileSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { expect, test, type ElectronApplication } from '@playwright/test';
import { ReaderPage } from './pages/reader';
import { ReviewFormPage } from './pages/review-form';
import { openSamplePaper } from './support/desk';
import { launch, type RunningApp } from './support/launch';
import { expectProse } from './support/prose';
import { SAMPLE_VENUE, storedAnswers, storedText } from './support/store';
import { makeTempFolder, type TempFolder } from './support/temp';

let temp: TempFolder;
let running: RunningApp | undefined;

test.beforeEach(() => {
  temp = makeTempFolder();
});

test.afterEach(async () => {
  await running?.close();
  running = undefined;
  temp.remove();
});

const onDisk = (paper: number, field: string): string | null =>
  storedText(temp.of('ada', 'data'), SAMPLE_VENUE, paper, field);

test('says Saved only when the words are in the database', async () => {
  running = await launch({ folder: temp.of('ada') });
  const { page } = running;
  const { form } = await openSamplePaper(page, 12);
  let typed = '';
  for (const words of ['A limit is worth', ' thirty runs,', ' and the paper shows it.']) {
    typed += words;
    await form.text('summary').pressSequentially(words);
    await form.whenSaved();
    expect(onDisk(12, 'summary')).toBe(typed);
  }
  await form.text('summary').fill('');
  await form.whenSaved();
  expect(onDisk(12, 'summary')).toBeNull();
});

test('does not say Saved while a change is on its way', async () => {
  running = await launch({ folder: temp.of('ada') });
  const { form } = await openSamplePaper(running.page, 12);
  await form.rate('soundness', 3);
  await form.whenSaved();
  const release = await holdBackAnswers(running.app);
  await form.text('strengths').fill('Clear.');
  await expect(form.phase).toHaveText('Saving…');
  expect(onDisk(12, 'strengths')).toBeNull();
  await release();
  await form.whenSaved();
  expect(onDisk(12, 'strengths')).toBe('Clear.');
});

test('undoes and redoes across fields, and keeps everything through a reload', async () => {
  running = await launch({ folder: temp.of('ada') });
  const { page } = running;
  const { form } = await openSamplePaper(page, 12);
  await form.rate('soundness', 2);
  await form.text('strengths').fill('Clear.');
  await form.rate('overall', 4);
  await form.whenSaved();
  const whole = storedAnswers(temp.of('ada', 'data'), SAMPLE_VENUE, 12);
  expect(whole).toEqual({
    soundness: { kind: 'rating', value: 2 },
    strengths: { kind: 'text', text: 'Clear.' },
    overall: { kind: 'rating', value: 4 },
  });

  await form.text('strengths').focus();
  for (const left of [['soundness', 'strengths'], ['soundness'], []]) {
    await page.keyboard.press('Control+z');
    await expect
      .poll(() => Object.keys(storedAnswers(temp.of('ada', 'data'), SAMPLE_VENUE, 12)).sort())
      .toEqual(left);
  }
  for (let step = 0; step < 3; step += 1) await page.keyboard.press('Control+Shift+z');
  await expect.poll(() => storedAnswers(temp.of('ada', 'data'), SAMPLE_VENUE, 12)).toEqual(whole);

  await page.reload();
  const again = new ReviewFormPage(page);
  await expectProse(again.text('strengths'), 'Clear.');
  await expect(again.field('overall').getByRole('radio', { name: /^4, / })).toBeChecked();
  await new ReaderPage(page).whenPainted();
});

test('a full disk cannot be missed, loses no word, and saves without a restart once there is room', async () => {
  const disk = mountSmallDisk(temp.of('disk'));
  test.skip(disk === null, 'a small disk can only be mounted by root on Linux, where mounts are allowed');
  if (disk === null) return;
  try {
    running = await launch({ folder: disk.of('ada') });
    const { page } = running;
    const { form } = await openSamplePaper(page, 12);
    await form.text('summary').fill('Before the disk was full.');
    await form.whenSaved();

    disk.fill();
    const long = `Before the disk was full. ${'More words than there is room for. '.repeat(600)}`;
    await form.text('summary').fill(long);
    await expect(form.notSaved).toBeVisible();
    await expect(form.notSaved).toBeInViewport();
    await expect(form.notSaved).toContainText('Not saved: ');
    await expect(form.phase).toHaveText('Not saved');
    await expect(form.saved).toHaveCount(0);
    await expectProse(form.text('summary'), long);

    disk.free();
    await form.notSaved.getByRole('button', { name: 'Try again' }).click();
    await form.whenSaved();
    await expect(form.notSaved).toHaveCount(0);
    expect(storedText(disk.of('ada', 'data'), SAMPLE_VENUE, 12, 'summary')).toBe(long);
  } finally {
    await running?.close();
    running = undefined;
    disk.unmount();
  }
});

/** Keeps every change of an answer waiting in the main process, as a slow disk would, until it is released. */
async function holdBackAnswers(app: ElectronApplication): Promise<() => Promise<void>> {
  await app.evaluate(({ ipcMain }) => {
    type Handler = (event: unknown, route: unknown, input: unknown) => Promise<unknown>;
    const handlers = (ipcMain as unknown as { _invokeHandlers: Map<string, Handler> })._invokeHandlers;
    const answer = handlers.get('referee:request');
    if (answer === undefined) throw new Error('there is no request channel');
    const gate = new Promise<void>((open) => Object.assign(globalThis, { openGate: open }));
    handlers.set('referee:request', async (event, route, input) => {
      if (route === 'review.answer') await gate;
      return answer(event, route, input);
    });
  });
  return async () => {
    await app.evaluate(() => {
      (globalThis as unknown as { openGate(): void }).openGate();
    });
  };
}

interface SmallDisk {
  of(...parts: readonly string[]): string;
  fill(): void;
  free(): void;
  unmount(): void;
}

/** A file system of 48 MB in memory, or null where this user may not mount one. */
function mountSmallDisk(folder: string): SmallDisk | null {
  mkdirSync(folder);
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=48m', 'tmpfs', folder], { stdio: 'ignore' });
  } catch {
    return null;
  }
  const path = (...parts: readonly string[]): string => [folder, ...parts].join('/');
  return {
    of: path,
    fill: () => {
      for (const [index, sizeBytes] of [1 << 20, 1 << 12].entries()) {
        try {
          for (let count = 0; ; count += 1)
            writeFileSync(path(`filler-${index}-${count}`), Buffer.alloc(sizeBytes, 1));
        } catch {
          // Full at this size; the next smaller one takes what is left.
        }
      }
    },
    free: () => {
      execFileSync('sh', ['-c', `rm -f '${folder}'/filler-*`]);
    },
    unmount: () => {
      execFileSync('umount', ['-l', folder]);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
