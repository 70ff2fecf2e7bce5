import { join } from 'node:path';
import { expect, it } from 'vitest';
import { changedCopy } from '../support/craft-bundle';
import {
  answer,
  completeReview,
  exportTo,
  importAll,
  makeMachine,
  makeOrganizer,
  SIM2SCIENCE,
  type Machine,
} from '../support/machine';
import { dumpStore } from '../support/store-state';

/** A chair, and five small files for her: three good bundles, a damaged one and one that is none, in between. */
function makeFiles(): { chair(): Machine; paths: readonly string[]; bosPath: string } {
  const { machine: organizer, bundleOf } = makeOrganizer();
  const ada = makeMachine();
  const bo = makeMachine();
  importAll(ada, bundleOf('Ada Lindqvist'));
  importAll(bo, bundleOf('Bo Nakamura'));
  completeReview(ada, 7);
  const first = exportTo(ada, join(ada.folder, 'first.referee'), [7]).path;
  answer(ada, 7, 'overall', { kind: 'rating', value: 2 });
  const second = exportTo(ada, join(ada.folder, 'second.referee'), [7]).path;
  completeReview(bo, 31);
  const bosPath = exportTo(bo, join(bo.folder, 'bo.referee'), [31]).path;
  const damaged = changedCopy(first, join(ada.folder, 'damaged.referee'), (bytes) => {
    bytes[400] = (bytes[400] ?? 0) ^ 1;
    return bytes;
  });
  return {
    chair: () => {
      const noor = makeMachine(undefined, organizer.identity);
      importAll(noor, bundleOf('Noor Haddad'));
      return noor;
    },
    paths: [first, damaged, bosPath, join(organizer.folder, 'papers.csv'), second],
    bosPath,
  };
}

it('gives the same answers and the same store for many files at once as for one after the other', () => {
  const { chair, paths } = makeFiles();
  const together = chair();
  const oneByOne = chair();
  const { rows } = importAll(together, ...paths);
  expect(rows).toEqual(paths.map((path) => importAll(oneByOne, path).rows[0]));
  expect(rows.map(({ outcome }) => outcome)).toEqual(['added', 'refused', 'added', 'refused', 'updated']);
  expect(dumpStore(together, SIM2SCIENCE)).toEqual(dumpStore(oneByOne, SIM2SCIENCE));
});

it('loses none of the others when the database undoes all of them for the sake of one', () => {
  const { chair, paths, bosPath } = makeFiles();
  const noor = chair();
  // As a full disk does: SQLite gives up the whole transaction, whatever it was nested in.
  noor.deps.stores.open(SIM2SCIENCE).db.exec(`
    CREATE TRIGGER full_disk BEFORE INSERT ON revisions WHEN NEW.paper = 31
    BEGIN SELECT RAISE(ROLLBACK, 'full'); END`);
  const { rows } = importAll(noor, ...paths);
  expect(rows.map(({ outcome }) => outcome)).toEqual(['added', 'refused', 'refused', 'refused', 'updated']);
  const { revisions, bundles_in: bundles } = dumpStore(noor, SIM2SCIENCE);
  expect(revisions).toHaveLength(2);
  expect(JSON.stringify(bundles)).not.toContain(bosPath.slice(-10));
});
