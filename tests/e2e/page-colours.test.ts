import { mkdirSync, writeFileSync } from 'node:fs';
import { expect, test, type Page } from '@playwright/test';
import type { VenueId } from '@shared/model/ids';
import { createVenue } from '@main/services/create-venue';
import { quiet } from '@main/services/deps';
import { exportAssignments } from '@main/services/export-assignments';
import { makePicturePdf, PICTURE } from '../support/picture-pdf';
import { BundleSheet } from './pages/bundle-sheet';
import { LibraryPage } from './pages/library';
import { ReaderPage } from './pages/reader';
import { launch } from './support/launch';
import { olga, onComputerOf } from './support/people';
import { SIM2SCIENCE } from './support/store';
import { makeTempFolder } from './support/temp';

const temp = makeTempFolder();

test.afterAll(() => temp.remove());

test('in coloured pages the paper turns and a picture on it stays as it is, also when it is turned', async () => {
  const running = await launch({ folder: temp.of('ada'), files: [writeAssignment()] });
  const { page } = running;
  try {
    await new BundleSheet(page).accept.click();
    await new LibraryPage(page).open(1);
    const reader = new ReaderPage(page);
    await reader.whenPainted();
    await page.keyboard.press('Control+9');
    expect(await coloursOf(page, false)).toEqual({ picture: [255, 0, 0], paper: [255, 255, 255] });

    // Sepia, dark, high contrast.
    const papers = ['light', 'dark', 'dark'] as const;
    for (const [index, brightness] of papers.entries()) {
      await page.keyboard.press('Control+Shift+l');
      await expect
        .poll(async () => (await coloursOf(page, false)).picture, `theme ${index}`)
        .toEqual([255, 0, 0]);
      const [, , blue] = (await coloursOf(page, false)).paper;
      if (brightness === 'light') expect(blue).toBeLessThan(245);
      else expect(blue).toBeLessThan(60);
    }
    await page.keyboard.press('Control+Shift+r');
    await expect.poll(async () => (await coloursOf(page, true)).picture).toEqual([255, 0, 0]);
    expect((await coloursOf(page, true)).paper[0]).toBeLessThan(60);
    expect(running.pageErrors).toEqual([]);
  } finally {
    await running.close();
  }
});

/** What is on the screen in the middle of the picture and beside it, as red, green and blue. */
async function coloursOf(page: Page, isTurned: boolean): Promise<Record<'picture' | 'paper', number[]>> {
  const box = await page.locator('.pdfViewer .page').first().boundingBox();
  if (box === null) throw new Error('the page is not shown');
  const scale = box.height / (isTurned ? 612 : 792);
  const [x, y] = [PICTURE.left + PICTURE.width / 2, PICTURE.top + PICTURE.height / 2];
  const [right, down] = isTurned ? [792 - y, x] : [x, y];
  const beside = (PICTURE.width / 2 + 30) * scale;
  const at = { x: Math.round(box.x + right * scale), y: Math.round(box.y + down * scale) };
  const picture = (await page.screenshot()).toString('base64');
  return page.evaluate(
    async ({ base64, point, offset }) => {
      const image = new Image();
      image.src = `data:image/png;base64,${base64}`;
      await image.decode();
      const canvas = document.createElement('canvas');
      canvas.width = image.width;
      canvas.height = image.height;
      const context = canvas.getContext('2d');
      context?.drawImage(image, 0, 0);
      const ratio = image.width / innerWidth;
      const pixel = (left: number, top: number): number[] => [
        ...(context?.getImageData(left * ratio, top * ratio, 1, 1).data.slice(0, 3) ?? []),
      ];
      return { picture: pixel(point.x, point.y), paper: pixel(point.x + offset, point.y) };
    },
    { base64: picture, point: at, offset: beside },
  );
}

/** An assignment of one paper, the picture, to Ada. */
function writeAssignment(): string {
  mkdirSync(temp.of('pdfs'), { recursive: true });
  mkdirSync(temp.of('out'), { recursive: true });
  writeFileSync(temp.of('pdfs', 'red.pdf'), makePicturePdf());
  writeFileSync(
    temp.of('papers.csv'),
    'number,title,abstract,keywords,topics,authors,pdf\n1,Red,Red.,,,A,red.pdf\n',
  );
  writeFileSync(
    temp.of('assignments.csv'),
    'paper,email,name,role,due\n1,ada@example.org,Ada Lindqvist,reviewer,2026-05-13\n',
  );
  const bundles = onComputerOf(temp.of('olga'), (deps) => {
    createVenue(
      deps,
      {
        venuePath: null,
        papersPath: temp.of('papers.csv'),
        pdfFolder: temp.of('pdfs'),
        assignmentsPath: temp.of('assignments.csv'),
        organizer: olga,
      },
      quiet,
    );
    return exportAssignments(deps, { venue: SIM2SCIENCE as VenueId, folder: temp.of('out') }, quiet);
  });
  const [bundle] = bundles;
  if (bundle === undefined) throw new Error('no bundle was written');
  return bundle.path;
}
