import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, it } from 'vitest';
import { ensureBuilt, referee } from '../support/built';
import { keepInFile } from '../support/keys';
import { makeScene } from '../support/scene';

beforeAll(ensureBuilt, 120_000);

it('shows a chair on the command line what came in, what is missing, and what was imported', () => {
  const { organizer, review } = makeScene();
  keepInFile(join(organizer.folder, 'data'), organizer.identity);
  organizer.deps.stores.close();
  const run = (...args: readonly string[]) =>
    referee([...args, '--store', join(organizer.folder, 'data')], {}, organizer.folder);
  expect(run('imports', 'list').out).toBe('No report is kept yet.\n');
  expect(run('bundle', 'import', review).status).toBe(0);

  expect(run('imports', 'list').out).toMatch(/^1 {2}\S+ {2}1 added\n$/);
  expect(run('imports', 'show', '1').out).toContain('ada.referee: added.');
  expect(run('imports', 'show', '2').status).toBe(1);

  const table = run('consolidation', 'table').out.split(/\r?\n/);
  expect(table[0]).toMatch(/paper,title,expected,received,missing,mean/);
  expect(table[1]).toMatch(/^7,"Title of paper, 7",2,1,Bo Nakamura,4\.00/);
  expect(run('consolidation', 'table', '--reviews', '--out', 'reviews.csv').out).toBe(
    'reviews.csv: 5 rows\n',
  );

  const calibrated = run('consolidation', 'calibrate');
  expect(calibrated.status).toBe(1);
  expect(calibrated.out).toMatch(/^Not calibrated\. It takes 3 reviewers/);

  expect(run('consolidation', 'missing').out).toContain(
    'Bo Nakamura <bo@example.org>\n  paper 7: missing, due 2026-05-13',
  );
  expect(run('consolidation', 'reminders', '--out', 'letters', '--to', 'bo@example.org').status).toBe(0);
  expect(readdirSync(join(organizer.folder, 'letters'))).toEqual([
    'sim2science-2026-reminder-bo-nakamura.eml',
  ]);

  expect(run('consolidation', 'charts', '--out', 'charts').status).toBe(0);
  expect(readdirSync(join(organizer.folder, 'charts')).toSorted()).toEqual([
    'disagreement.svg',
    'leniency.svg',
    'progress.svg',
    'scores.svg',
    'topics.svg',
  ]);
  expect(readFileSync(join(organizer.folder, 'charts', 'scores.svg'), 'utf8')).toContain('mean 4.00');
});
