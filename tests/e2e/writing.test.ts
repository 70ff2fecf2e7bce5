import { expect, test } from '@playwright/test';
import { WritingPage } from './pages/writing';
import { cliJson } from './support/cli';
import { openSamplePaper } from './support/desk';
import { launch, type RunningApp } from './support/launch';
import { expectProse } from './support/prose';
import { SAMPLE_VENUE, storedText } from './support/store';
import { makeTempFolder, type TempFolder } from './support/temp';

let temp: TempFolder;
let running: RunningApp;

test.beforeEach(() => {
  temp = makeTempFolder();
});

test.afterEach(async () => {
  await running.close();
  temp.remove();
});

const onDisk = (field: string): string | null => storedText(temp.of('ada', 'data'), SAMPLE_VENUE, 12, field);

test('a passage is quoted into the field in hand, answered below, and gone back to, all by key', async () => {
  running = await launch({ folder: temp.of('ada'), size: { width: 1440, height: 900 } });
  const { page } = running;
  const { form, reader } = await openSamplePaper(page, 12);
  const box = form.text('weaknesses');
  await box.focus();
  await page.keyboard.type('Unclear.');
  await reader.find('limit');
  await page.locator('.textLayer .highlight.selected').first().waitFor();
  await page.keyboard.press('Control+Alt+q');
  await expectProse(box, /^Unclear\.\n\n> “Limit” \[p\. 1\]\(referee:annotation\/a-[0-9a-f]{16}\)\n\n$/);
  await page.keyboard.press('Alt+3');
  await expect(box).toBeFocused();
  await page.keyboard.type('Which one?');
  await form.whenSaved();
  expect(onDisk('weaknesses')).toMatch(/^Unclear\.\n\n> “Limit” .*\n\nWhich one\?$/);
  await expect(box).toContainText('“Limit” p. 1');

  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('Alt+Enter');
  await expect(page.locator('.marks [data-mark] .flash')).toBeVisible();
  expect(running.pageErrors).toEqual([]);
});

test('formulas are shown beside their source, and one field has the window to itself', async () => {
  running = await launch({ folder: temp.of('ada'), size: { width: 1440, height: 900 } });
  const { page } = running;
  const { form } = await openSamplePaper(page, 12);
  const writing = new WritingPage(page);
  const box = form.text('summary');
  await box.focus();
  await page.keyboard.type('The bound $\\alpha^2$ holds');
  await expect(writing.liveFormulas).toHaveCount(0);
  await page.keyboard.press('Control+Alt+m');
  await expect(writing.liveFormulas).toHaveCount(1);
  await page.keyboard.type(' and $x$.');
  await expect(writing.liveFormulas).toHaveCount(2);

  await page.keyboard.press('Control+Shift+Enter');
  await expect(writing.alone).toHaveAttribute('data-field', 'summary');
  await expect(box).toBeFocused();
  await expect(form.text('strengths')).toBeHidden();
  await page.keyboard.type(' More.');
  await page.keyboard.press('Escape');
  await expect(form.text('strengths')).toBeVisible();
  await expect(box).toBeFocused();
  await form.whenSaved();
  expect(onDisk('summary')).toBe('The bound $\\alpha^2$ holds and $x$. More.');
  expect(running.pageErrors).toEqual([]);
});

test('a snippet is made once, inserted by key, known to the command line, and undone as one', async () => {
  running = await launch({ folder: temp.of('ada') });
  const { page } = running;
  const { form } = await openSamplePaper(page, 12);
  const writing = new WritingPage(page);
  await writing.command('Change my snippets');
  await writing.makeSnippet('No code', 'The code is not available.');
  await page.keyboard.press('Escape');
  await expect(writing.sheet).toHaveCount(0);

  const box = form.text('questions');
  await box.focus();
  await page.keyboard.type('Why? ');
  await page.keyboard.press('Control+j');
  await writing.snippet.fill('code');
  await page.keyboard.press('Enter');
  await expectProse(box, 'Why? The code is not available.');
  await expect(box).toBeFocused();
  await form.whenSaved();
  expect(onDisk('questions')).toBe('Why? The code is not available.');
  await page.keyboard.press('Control+z');
  await expectProse(box, 'Why? ');
  expect(cliJson('snippet', 'list', '--store', running.dataFolder)).toEqual([
    { name: 'No code', text: 'The code is not available.' },
  ]);
  expect(running.pageErrors).toEqual([]);
});
