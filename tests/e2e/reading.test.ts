import { expect, test } from '@playwright/test';
import { ReaderPanels } from './pages/reader-panels';
import { openSamplePaper, type Desk } from './support/desk';
import { measureLayout } from './support/layout';
import { launch, resize, type RunningApp } from './support/launch';
import { makeTempFolder } from './support/temp';

/** Places are kept to the point, so a view may come back some pixels off. */
const LINE_PX = 16;

const temp = makeTempFolder();
let running: RunningApp;
let desk: Desk;
let panels: ReaderPanels;

test.beforeAll(async () => {
  running = await launch({ folder: temp.of('ada'), size: { width: 1440, height: 900 } });
  desk = await openSamplePaper(running.page, 12);
  panels = new ReaderPanels(desk.reader);
});

test.afterAll(async () => {
  await running.close();
  temp.remove();
});

test.afterEach(() => expect(running.pageErrors).toEqual([]));

test('the pages in small are painted where they are seen, and lead to their pages by key', async () => {
  const { page } = running;
  await page.keyboard.press('Control+Alt+t');
  await expect.poll(() => panels.hasPicture(1)).toBe(true);
  await expect(panels.currentThumbnail).toHaveAccessibleName('Page 1');
  await panels.currentThumbnail.focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await expect(desk.reader.pageBox).toHaveValue('3');
  await expect(panels.currentThumbnail).toHaveAccessibleName('Page 3');
  await expect(panels.currentThumbnail).toBeFocused();
  await page.keyboard.press('Control+Alt+t');
  await expect(panels.sidebar).toHaveCount(0);
});

test('a link can be previewed with pointer and keyboard, followed, and gone back from', async () => {
  const { page } = running;
  const { reader } = desk;
  // Scrolled, not jumped to: two quick jumps would count as one.
  await reader.pages.evaluate((pages) => pages.scrollTo(0, 0));
  await expect(reader.pageBox).toHaveValue('1');
  const link = panels.links.first();
  await link.hover();
  await expect(panels.preview).toBeVisible();
  await expect(panels.preview.getByRole('img')).toHaveAccessibleName(/\w{3}/);
  await expect(reader.pageBox).toHaveValue('1');
  await reader.pageBox.hover();
  await expect(panels.preview).toHaveCount(0);

  await link.focus();
  await page.keyboard.press('Space');
  await expect(panels.preview.getByRole('button', { name: 'Go there' })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(panels.preview).toHaveCount(0);
  await expect(link).toBeFocused();

  const before = await reader.scrollTop();
  await page.keyboard.press('Space');
  await panels.preview.getByRole('button', { name: 'Go there' }).press('Enter');
  await expect.poll(() => reader.scrollTop()).not.toBe(before);
  await expect(panels.back).toBeEnabled();
  const there = await reader.scrollTop();
  await page.keyboard.press('Alt+ArrowLeft');
  await expect.poll(async () => Math.abs((await reader.scrollTop()) - before)).toBeLessThan(LINE_PX);
  await panels.forward.click();
  await expect.poll(async () => Math.abs((await reader.scrollTop()) - there)).toBeLessThan(LINE_PX);
});

test('a second view has its own page and zoom, and opens again where it was', async () => {
  const { page } = running;
  const { reader, library } = desk;
  await reader.goToPage(1);
  const zoom = await reader.zoomPercent();
  await page.keyboard.press('Control+\\');
  await panels.second.locator('canvas').first().waitFor();
  await panels.secondPageBox.fill('3');
  await panels.secondPageBox.press('Enter');
  await expect(panels.secondPageBox).toHaveValue('3');
  await page.keyboard.press('Control+=');
  await expect(reader.pageBox).toHaveValue('1');
  expect(await reader.zoomPercent()).toBe(zoom);
  await expect(reader.root.getByText(`${zoom} %`, { exact: true })).toHaveCount(1);

  await page.keyboard.press('Alt+ArrowDown');
  await expect(reader.root).not.toHaveAccessibleName(/Emulate the Ratio/);
  await reader.whenPainted();
  await expect(panels.second).toHaveCount(0);
  await page.keyboard.press('Alt+ArrowUp');
  await expect(reader.root).toHaveAccessibleName(/Emulate the Ratio/);
  await expect(panels.secondPageBox).toHaveValue('3');
  await page.keyboard.press('Control+\\');
  await expect(panels.second).toHaveCount(0);
  await expect(library.table).toHaveCount(0);
});

test('Ctrl+A takes the text of one page, and copying and finding join what the page broke', async () => {
  const { app, page } = running;
  const { reader } = desk;
  await reader.goToPage(3);
  await reader.whenShows('experi');
  await reader.pages.focus();
  await page.keyboard.press('Control+a');
  const selected = await page.evaluate(() => {
    const selection = document.getSelection();
    const layers = [...document.querySelectorAll('.textLayer')].filter((layer) =>
      selection?.containsNode(layer, true),
    );
    return { pages: layers.length, text: selection?.toString() ?? '' };
  });
  expect(selected.pages).toBe(1);
  const broken = /([a-z]{3,})[-‐]\n([a-z]{3,})/.exec(selected.text);
  expect(broken, 'the page has a word that is broken over two lines').not.toBeNull();
  await page.keyboard.press('Control+c');
  const copied = await app.evaluate(({ clipboard }) => clipboard.readText());
  expect(copied).toContain(`${broken?.[1]}${broken?.[2]}`);
  expect(copied).not.toMatch(/[a-z][-‐]\n|[ﬀ-ﬆ]/);

  // The same word is found although the page breaks it.
  await reader.find(`${broken?.[1]}${broken?.[2]}`);
  await expect(reader.findCount).toHaveText(/^\d+ of \d+/);
  await page.keyboard.press('Escape');
});

test('find counts every accent, whole word and case as it is asked to', async () => {
  const { page } = running;
  const { reader } = desk;
  const total = async (): Promise<number> => {
    await expect(reader.findCount).toHaveText(/^(\d+ of \d+|No matches)$/);
    return Number(/of (\d+)/.exec(await reader.findCount.innerText())?.[1] ?? 0);
  };
  await reader.find('the');
  const all = await total();
  await reader.root.getByRole('checkbox', { name: 'Whole words' }).press('Space');
  await expect.poll(total).toBeLessThan(all);
  const words = await total();
  await reader.root.getByRole('checkbox', { name: 'Match case' }).press('Space');
  await expect.poll(total).toBeLessThan(words);
  await reader.findField.fill('thé');
  await expect.poll(total).toBeGreaterThan(0);
  await reader.root.getByRole('checkbox', { name: 'Match accents' }).press('Space');
  await expect(reader.findCount).toHaveText('No matches');
  for (const name of ['Whole words', 'Match case', 'Match accents']) {
    await reader.root.getByRole('checkbox', { name }).press('Space');
  }
  await page.keyboard.press('Escape');
  await expect(reader.findField).toHaveCount(0);
});

test('zooming with the wheel keeps what is under the pointer under it', async () => {
  const { page } = running;
  const { reader } = desk;
  await reader.goToPage(1);
  await page.keyboard.press('Control+0');
  const word = reader.pages.locator('.textLayer span[dir]', { hasText: /\w{6}/ }).nth(8);
  await expect(reader.pageBox).toHaveValue('1');
  await expect(word).toBeInViewport();
  const before = await word.boundingBox();
  if (before === null) throw new Error('the word is not shown');
  const zoom = await reader.zoomPercent();
  await page.mouse.move(before.x + 2, before.y + before.height / 2);
  await page.keyboard.down('Control');
  await page.mouse.wheel(0, -120);
  await page.mouse.wheel(0, -120);
  await page.keyboard.up('Control');
  await expect.poll(() => reader.zoomPercent()).toBeGreaterThan(zoom);
  await expect
    .poll(async () => Math.abs(((await word.boundingBox())?.y ?? 0) - before.y))
    .toBeLessThan(before.height);
  await page.keyboard.press('Control+0');
  await expect.poll(() => reader.zoomPercent()).toBe(zoom);
});

test('facing pages and rotation are there again when the paper is', async () => {
  const { page } = running;
  const { reader } = desk;
  await page.keyboard.press('Control+Alt+d');
  await page.keyboard.press('Control+Shift+r');
  await expect(reader.pages.locator('.spread .page').first()).toBeVisible();
  await page.keyboard.press('Alt+ArrowDown');
  await expect(reader.root).not.toHaveAccessibleName(/Emulate the Ratio/);
  await reader.whenPainted();
  await expect(reader.pages.locator('.spread')).toHaveCount(0);
  await page.keyboard.press('Alt+ArrowUp');
  await expect(reader.root).toHaveAccessibleName(/Emulate the Ratio/);
  await expect(reader.pages.locator('.spread [data-main-rotation="90"]').first()).toBeAttached();
  await page.keyboard.press('Control+Alt+r');
  for (let presses = 0; presses < 2; presses += 1) await page.keyboard.press('Control+Alt+d');
  await expect(reader.pages.locator('.spread')).toHaveCount(0);
});

test('printing hands every page to the printer, one a sheet, and nothing of the window', async () => {
  const { app, page } = running;
  const count = Number((await desk.reader.root.getByText(/^\/ \d+$/).innerText()).slice(2));
  await page.evaluate(() => {
    // Stands in for the system's dialog: keeps what was shown to it, as copies that outlive it.
    window.print = () => {
      const kept = document.querySelector('.paperPrint')?.cloneNode() as HTMLElement;
      for (const picture of document.querySelectorAll<HTMLImageElement>('.paperPrint > img')) {
        const canvas = document.createElement('canvas');
        canvas.width = picture.naturalWidth;
        canvas.height = picture.naturalHeight;
        canvas.getContext('2d')?.drawImage(picture, 0, 0);
        const copy = new Image();
        copy.src = canvas.toDataURL();
        kept.append(copy);
      }
      kept.dataset['kept'] = '';
      document.body.append(kept);
    };
  });
  await page.keyboard.press('Control+p');
  await expect(page.locator('.paperPrint[data-kept] > img')).toHaveCount(count, { timeout: 30_000 });
  await expect(page.locator('.paperPrint:not([data-kept])')).toHaveCount(0);
  const printed = await app.evaluate(async ({ BrowserWindow }) => {
    const pdf = await BrowserWindow.getAllWindows()[0]?.webContents.printToPDF({
      pageSize: 'A4',
      margins: { top: 0, bottom: 0, left: 0, right: 0 },
    });
    return pdf?.toString('latin1') ?? '';
  });
  await page.locator('.paperPrint[data-kept]').evaluate((kept) => kept.remove());
  expect(printed.match(/\/Type \/Page\b/g)).toHaveLength(count);
  // Words would be the window's: the pages are pictures.
  expect(printed).not.toContain('/Type /Font');
  expect(printed.match(/\/Subtype \/Image/g)?.length).toBeGreaterThanOrEqual(count);
});

test('in a narrow pane the toolbar runs over nothing, and the menu has the rest', async () => {
  const { app, page } = running;
  await desk.reader.pages.evaluate((pages) => pages.setAttribute('data-kept', ''));
  await resize(app, page, { width: 1024, height: 700 });
  // The paper is not opened anew for a window of another width, so no key is lost on the way.
  await expect(desk.reader.root.locator('[data-kept] .page canvas').first()).toBeAttached();
  expect(await measureLayout(page)).toEqual([]);
  await page.keyboard.press('Control+Alt+t');
  await expect(panels.sidebar).toBeVisible();
  expect(await measureLayout(page)).toEqual([]);
  await page.keyboard.press('Control+Alt+t');
  await desk.reader.root.getByRole('button', { name: 'More', exact: true }).click();
  await expect(page.getByRole('menuitem', { name: 'Second view' })).toBeVisible();
  await expect(page.getByRole('menuitem', { name: 'Zoom in' })).toBeVisible();
  await page.keyboard.press('Escape');
});
