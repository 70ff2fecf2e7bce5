import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import { writeUnassignedFiles, type UnassignedFiles } from '../support/unassigned-files';
import { AssignmentPage } from './pages/assignment';
import { cli, cliJson } from './support/cli';
import { launch, type RunningApp } from './support/launch';
import { makeTempFolder } from './support/temp';

/** Jobs give way to everything else on the machine. */
const slow = { timeout: 60_000 };

interface Loads {
  readonly reviewers: readonly { readonly load: number }[];
}

const temp = makeTempFolder();
let files: UnassignedFiles;
let running: RunningApp;
let desk: AssignmentPage;

test.beforeAll(async () => {
  const folder = temp.of('olga');
  files = writeUnassignedFiles(temp.of('files'));
  const { papersPath, pdfFolder, reviewersPath } = files;
  const store = ['--store', join(folder, 'data')];
  const setUp = ['--papers', papersPath, '--pdfs', pdfFolder, '--organizer', 'Olga Marin <olga@example.org>'];
  cli('assign', 'import', ...store, ...setUp, '--reviewers', reviewersPath);
  running = await launch({ folder, size: { width: 1440, height: 900 } });
  desk = new AssignmentPage(running.app, running.page);
  await desk.show();
});

test.afterAll(async () => {
  await running.close();
  temp.remove();
});

test.afterEach(() => expect(running.pageErrors).toEqual([]));

test('papers are assigned, the curve is followed by keyboard, a reviewer is replaced at a cost, and the result stands', async () => {
  const { page } = running;
  test.setTimeout(180_000);
  await desk.bring('Bids', files.wishesPath);
  for (const [weight, value] of [
    ['Topics', '10'],
    ['Texts', '10'],
    ['Bids', '80'],
  ] as const) {
    await page.getByRole('textbox', { name: weight, exact: true }).fill(value);
  }
  await page.getByRole('textbox', { name: 'Reviewers a paper' }).fill('2');
  await page.getByRole('textbox', { name: 'Papers, most' }).fill('3');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('Every rule is kept. No assignment has a larger total')).toBeVisible(slow);
  await expect(desk.rows).toHaveCount(6);

  await desk.fairness.click();
  await expect(desk.slider).toBeEnabled(slow);
  await expect(desk.slider).toHaveValue('0');
  const last = Number(await desk.slider.getAttribute('max'));
  await desk.slider.focus();
  await page.keyboard.press('End');
  await expect(desk.slider).toHaveValue(String(last));
  await expect(desk.slider).toHaveAttribute('aria-valuetext', /^total [0-9.]+, worst paper [0-9.]+$/);

  await desk.rows.nth(1).click();
  await expect(desk.panel).toHaveAccessibleName('Reviewers of paper 2');
  const replace = desk.panel.getByRole('button', { name: /^Replace / }).first();
  await replace.focus();
  await page.keyboard.press('Enter');
  const options = page.getByRole('list', { name: 'Who could take this place' }).getByRole('button');
  await expect(options.first()).toHaveAccessibleName(/^Put .+ here, [−+][0-9.]+$/, slow);
  const { violations } = await new AxeBuilder({ page })
    .setLegacyMode()
    .exclude('[data-live-announcer]')
    .analyze();
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
  const name = /^Put (.+) here/.exec((await options.first().getAttribute('aria-label')) ?? '')?.[1] ?? '';
  // By name: the list may have been asked for anew since, and begin with another of equal cost.
  await page
    .getByRole('list', { name: 'Who could take this place' })
    .getByRole('button', { name: `Put ${name} here` })
    .press('Enter');
  await expect(desk.panel.getByRole('button', { name: `Replace ${name} on paper 2` })).toBeVisible(slow);

  await desk.accept.click();
  await expect(desk.accept).toHaveText('Accept again');
  await expect(page.getByText('This is what stands.')).toBeVisible();
  await expect(desk.repair).toBeEnabled();
  const declined = desk.panel.getByRole('button', { name: `Declined: ${name}, paper 2` });
  await declined.click();
  await expect(desk.repair).toHaveText('Repair (1)');
  await desk.repair.click();
  await expect(page.getByText(/^[0-9]+ reviews? given to others; besides what was lost, /)).toBeVisible(slow);
  await expect(desk.panel.getByText(name)).toHaveCount(0);

  // What was accepted, not what was found after it, is what stands for everybody who reads the store.
  const store = ['--store', join(temp.of('olga'), 'data')];
  const { reviewers } = cliJson('assign', 'show', ...store) as Loads;
  const { reviewers: standing } = cliJson('assign', 'list', ...store) as Loads;
  expect(reviewers.reduce((sum, { load }) => sum + load, 0)).toBe(12);
  expect(standing.reduce((sum, { load }) => sum + load, 0)).toBe(12);
});
