import { expect } from '@playwright/test';
import { ConsolidationPage } from '../pages/consolidation';
import { AssignmentBundlesSheet } from '../pages/organizer';
import { SetUpPage } from '../pages/set-up';
import { WelcomePage } from '../pages/welcome';
import { launch } from '../support/launch';
import { olga, sampleFiles } from '../support/people';
import type { Album } from './album';

/** Olga sets the venue up from her tables and PDFs and writes a bundle for each person. */
export async function organizerSetsUp(album: Album, folder: string, assignments: string): Promise<void> {
  album.begin('Olga, the organizer, sets the venue up');
  const { app, page, close } = await launch({ folder, size: { width: 1280, height: 800 } });
  const welcome = new WelcomePage(page);
  await welcome.heading.waitFor();
  await album.picture(page, 'welcome', 'A first start', 'Three ways in, one for each kind of person.');

  await welcome.setUpVenue.click();
  const setUp = new SetUpPage(app, page);
  await setUp.chooseFiles(sampleFiles);
  await setUp.introduce(olga);
  await album.picture(
    page,
    'set-up',
    'Her files: two tables and a folder of PDFs',
    'Nothing is written until every file is in order.',
  );

  await setUp.create();
  const table = new ConsolidationPage(page);
  await expect(table.rows).toHaveCount(10);
  const sheet = new AssignmentBundlesSheet(app, page);
  await sheet.opener.click();
  await sheet.writeTo(assignments);
  await album.picture(
    page,
    'assignment-bundles',
    'One signed bundle for each reviewer and chair',
    'Nine files, to be sent by any way she likes. Each proves who it is for.',
  );
  await close();
}
