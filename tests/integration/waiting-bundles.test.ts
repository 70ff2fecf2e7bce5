import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { BundleId } from '@shared/model/ids';
import { readConsolidation } from '@main/services/consolidation';
import { acceptHeld, listHeld, refuseHeld } from '@main/services/held-bundles';
import { resign } from '../support/craft-bundle';
import {
  completeReview,
  exportTo,
  importAll,
  makeMachine,
  makeOrganizer,
  SIM2SCIENCE,
  type Machine,
} from '../support/machine';
import { makeCraft } from '../support/refusal';
import { changeAssignments, sendOut } from '../support/histories';

const venue = SIM2SCIENCE;
const received = (machine: Machine): number => readConsolidation(machine.deps, { venue }).receivedCount;

/** A chair of paper 7 alone, and Bo's review of paper 31. */
function makeEarly(): { organizer: Machine; noor: Machine; review: string } {
  const { machine: organizer, bundleOf } = makeOrganizer({ chairPapers: [7] });
  const [noor, bo] = [makeMachine(), makeMachine()];
  importAll(noor, bundleOf('Noor Haddad'));
  importAll(bo, bundleOf('Bo Nakamura'));
  completeReview(bo, 31);
  return { organizer, noor, review: exportTo(bo, join(bo.folder, 'bo.referee'), [31]).path };
}

describe('a review of a paper that is not here yet', () => {
  it('is kept, listed with the reason, and counts for nothing', () => {
    const { noor, review } = makeEarly();
    const [row] = importAll(noor, review).rows;
    expect(row).toMatchObject({ outcome: 'held', error: null, author: null });
    expect(row?.sentence).toMatch(/paper 31.*It is kept/);
    expect(listHeld(noor.deps, { venue })).toMatchObject([
      { kind: 'review', papers: [], obstacle: { code: 'PAPER_NOT_FOUND' } },
    ]);
    expect(received(noor)).toBe(0);
  });

  it('comes in by itself when an assignment brings the paper', () => {
    const { organizer, noor, review } = makeEarly();
    importAll(noor, review);
    changeAssignments(organizer, { addChairOf: 31 });
    expect(importAll(noor, sendOut(organizer, 'Noor Haddad', 1)).rows).toMatchObject([
      { outcome: 'updated' },
    ]);
    expect(received(noor)).toBe(1);
    expect(listHeld(noor.deps, { venue })).toEqual([]);
  });

  it('is not brought in by a word on its signer', () => {
    const { noor, review } = makeEarly();
    const bundle = importAll(noor, review).rows[0]?.bundle as BundleId;
    expect(() => acceptHeld(noor.deps, { venue, bundle })).toThrow('does not have on this computer');
    expect(received(noor)).toBe(0);
    refuseHeld(noor.deps, { venue, bundle });
    expect(listHeld(noor.deps, { venue })).toEqual([]);
  });
});

describe('a review by somebody who is nobody here', () => {
  it('waits, and is never merged', () => {
    const { organizer, ada, craft } = makeCraft();
    const path = craft((parts) => {
      resign(parts, ada.identity, (header) => ({
        author: { ...header.author, person: 'p-0000000000000000', fingerprint: ada.identity.fingerprint },
      }));
    });
    // Its reviews are still Ada's: a bundle may hold only its author's own.
    expect(importAll(organizer, path).rows).toMatchObject([{ outcome: 'held' }]);
    expect(listHeld(organizer.deps, { venue })).toMatchObject([
      { obstacle: { code: 'BUNDLE_UNKNOWN_SIGNER' } },
    ]);
    expect(received(organizer)).toBe(0);
  });
});
