import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { PaperNumber } from '@shared/model/ids';
import { calibrateReviews } from '@main/services/calibrate-reviews';
import { readConsolidation } from '@main/services/consolidation';
import { createVenue } from '@main/services/create-venue';
import { quiet } from '@main/services/deps';
import { drawCharts } from '@main/services/draw-charts';
import { exportAssignments } from '@main/services/export-assignments';
import { markReady } from '@main/services/save-draft';
import { buildPapersTable } from '@main/services/papers-table';
import { seededRandom } from '../e2e/support/random';
import { answer, exportTo, importAll, makeMachine, SIM2SCIENCE, type Machine } from '../support/machine';
import { answersOf, papersOf, reviewerName, writePanelTables } from '../support/panel';

const PLAN = { papers: 12, reviewers: 6, silent: 1 } as const;
const venue = SIM2SCIENCE;

/** The venue set up and reviewed: the chair's assignment, and a signed bundle of each reviewer, with new keys each time. */
function play(): { readonly assignment: string; readonly reviews: readonly string[] } {
  const organizer = makeMachine();
  createVenue(
    organizer.deps,
    {
      venuePath: null,
      ...writePanelTables(organizer.folder, PLAN),
      organizer: { name: 'Olga Marin', email: 'olga@example.org' },
    },
    quiet,
  );
  const out = join(organizer.folder, 'out');
  mkdirSync(out);
  const bundles = exportAssignments(organizer.deps, { venue, folder: out }, quiet);
  const bundleOf = (name: string): string => bundles.find(({ person }) => person === name)?.path ?? '';
  const reviews = Array.from({ length: PLAN.reviewers - PLAN.silent }, (_, reviewer) => {
    const machine = makeMachine();
    importAll(machine, bundleOf(reviewerName(reviewer)));
    const papers = papersOf(reviewer, PLAN);
    for (const paper of papers) {
      for (const [field, value] of Object.entries(answersOf(paper, reviewer)))
        answer(machine, paper, field, value);
      markReady(machine.deps, { venue, paper: paper as PaperNumber });
    }
    return exportTo(machine, join(machine.folder, 'reviews.referee'), papers).path;
  });
  return { assignment: bundleOf('Noor Haddad'), reviews };
}

/** Everything that a chair is shown of what came in, in one text. */
function consolidate({ deps }: Machine): string {
  const { venue: _, ...consolidation } = readConsolidation(deps, { venue });
  return `${JSON.stringify(
    {
      consolidation,
      calibration: calibrateReviews(deps, { venue }),
      charts: drawCharts(deps, { venue }),
      table: buildPapersTable(deps, { venue, papers: null }).csv.split('\r\n'),
    },
    null,
    1,
  )}\n`;
}

function shuffle<T>(items: readonly T[], seed: number): readonly T[] {
  const random = seededRandom(seed);
  return items
    .map((item) => ({ item, order: random() }))
    .toSorted((a, b) => a.order - b.order)
    .map(({ item }) => item);
}

// Bugs caught: anything that a chair is shown and that depends on the order of imports, on their repetition, on keys, on the
// machine; and a change of any figure that nobody meant.
test('is equal to the byte for any order of bundles, each imported twice, and to what it was before', async () => {
  const { assignment, reviews } = play();
  const texts = [1, 2].map((seed) => {
    const chair = makeMachine();
    importAll(chair, assignment);
    for (const bundle of shuffle([...reviews, ...reviews], seed)) importAll(chair, bundle);
    return consolidate(chair);
  });
  expect(texts[1]).toBe(texts[0]);
  await expect(texts[0]).toMatchFileSnapshot('../fixtures/consolidation/golden.json');
});
