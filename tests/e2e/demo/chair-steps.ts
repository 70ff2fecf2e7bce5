import { existsSync } from 'node:fs';
import { expect } from '@playwright/test';
import { BundleSheet } from '../pages/bundle-sheet';
import { ConsolidationPage } from '../pages/consolidation';
import { FramePage } from '../pages/frame';
import { ReaderPage } from '../pages/reader';
import { answerOpenDialog, answerSaveDialog } from '../support/dialogs';
import { launch, type RunningApp } from '../support/launch';
import { wear } from '../support/screens';
import type { Album } from './album';

const size = { width: 1280, height: 800 } as const;

/** Noor imports what came back, sees how it stands, reads, and exports the table. She works in the dark. */
export async function chairReads(
  album: Album,
  folder: string,
  assignment: string,
  files: readonly string[],
  csv: string,
): Promise<void> {
  album.begin('Noor, the chair, at midnight');
  const running = await launch({ folder, files: [assignment], size });
  const { app, page } = running;
  await new BundleSheet(page).accept.click();
  const table = new ConsolidationPage(page);
  await expect(table.rows).toHaveCount(10);
  await new FramePage(page).dismissMessages();
  await wear(page, 'dark');
  await importFiles(running, files);
  await album.picture(
    page,
    'import',
    'All files at once, in any order',
    'Each is added, already here, or refused with the reason. The damaged one is named; nothing of it came in.',
  );
  await new BundleSheet(page).done.click();
  await expect(table.totals).toHaveText(/^\d+ of 30\s+reviews in/);
  await album.picture(
    page,
    'table',
    'Papers and their reviews',
    'Ratings, mean, spread, topics, and who is missing.',
  );

  await table.open(7);
  await table.review('Ada Lindqvist').waitFor();
  await new ReaderPage(page).whenPainted();
  await album.picture(
    page,
    'reviews',
    'A paper with its reviews in full',
    'Side by side with the page they speak of.',
  );
  await page.getByRole('button', { name: 'All papers' }).click();
  await answerSaveDialog(app, csv);
  await table.exportTable.click();
  await expect.poll(() => existsSync(csv)).toBe(true);
  process.stdout.write('  table.csv                    the table for a spreadsheet\n');
  await running.close();
}

/** Olga imports the same files into her own store and has the same table. */
export async function organizerImports(
  album: Album,
  folder: string,
  files: readonly string[],
): Promise<void> {
  album.begin('Olga imports the same files');
  const running = await launch({ folder, size });
  const { page } = running;
  await importFiles(running, files.toReversed());
  await new BundleSheet(page).done.click();
  await new ConsolidationPage(page).row(7).waitFor();
  await album.picture(
    page,
    'organizer-table',
    'The same table',
    'The order in which files come makes no difference.',
  );
  await running.close();
}

async function importFiles({ app, page }: RunningApp, files: readonly string[]): Promise<void> {
  await answerOpenDialog(app, files);
  await new ConsolidationPage(page).importReviews.click();
  await page.getByRole('dialog', { name: `Import of ${files.length} files` }).waitFor();
}
