import { copyFileSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { makeTempFolder } from '../support/temp';
import { Album, DEMO_FOLDER } from './album';
import { chairReads, organizerImports } from './chair-steps';
import { colleaguesReview } from './colleagues';
import { organizerSetsUp } from './organizer-steps';
import { reviewerReviews } from './reviewer-steps';

const temp = makeTempFolder();

test.afterAll(() => temp.remove());

test('three people, one round trip', async () => {
  const assignments = join(DEMO_FOLDER, 'bundles', 'assignments');
  const reviews = join(DEMO_FOLDER, 'bundles', 'reviews');
  const table = join(DEMO_FOLDER, 'table.csv');
  const album = new Album();
  mkdirSync(assignments, { recursive: true });
  mkdirSync(reviews, { recursive: true });

  await organizerSetsUp(album, temp.of('olga'), assignments);
  const assignmentOf = (person: string): string => join(assignments, `sim2science-2026-${person}.referee`);
  await reviewerReviews(
    album,
    temp.of('ada'),
    assignmentOf('ada-lindqvist'),
    join(reviews, 'ada-lindqvist.referee'),
  );

  album.begin('Their colleagues review on their own computers');
  colleaguesReview(temp.of('colleagues'), assignments, reviews);
  copyFileSync(join(reviews, 'ada-lindqvist.referee'), join(reviews, 'ada-lindqvist (1).referee'));
  spoilCopy(join(reviews, 'david-mwangi.referee'), join(reviews, 'damaged-on-the-way.referee'));
  const files = readdirSync(reviews)
    .toSorted()
    .map((name) => join(reviews, name));
  process.stdout.write(`  ${files.length} files came back, one of them twice, one damaged\n`);

  await chairReads(album, temp.of('noor'), assignmentOf('noor-haddad'), files, table);
  await organizerImports(album, temp.of('olga'), files);
  const written = readdirSync(assignments)
    .toSorted()
    .map((name) => ({ path: join(assignments, name), store: temp.of('ada', 'data') }));
  const returned = files
    .filter((path) => !path.includes('damaged'))
    .map((path) => ({ path, store: temp.of('olga', 'data') }));
  album.finish([...written, ...returned], table);
  expect(readdirSync(DEMO_FOLDER)).toContain('summary.md');
});

/** What a bad connection leaves of a file: one bit is not what it was. */
function spoilCopy(from: string, to: string): void {
  const bytes = readFileSync(from);
  const middle = Math.floor(bytes.length / 2);
  bytes.writeUInt8(bytes.readUInt8(middle) ^ 1, middle);
  writeFileSync(to, bytes);
}
