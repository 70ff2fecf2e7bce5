import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { PaperNumber } from '@shared/model/ids';
import { readConsolidatedPaper, readConsolidation } from '@main/services/consolidation';
import { buildTable } from '@main/services/export-table';
import { acceptHeld, listHeld, refuseHeld } from '@main/services/held-bundles';
import { inspectBundle } from '@main/services/inspect-bundle';
import { quiet } from '@main/services/deps';
import { readLibrary } from '@main/services/library';
import { generateIdentity } from '@main/bundle/keys';
import {
  answer,
  completeReview,
  exportTo,
  importAll,
  makeMachine,
  makeOrganizer,
  SIM2SCIENCE,
} from '../support/machine';

const venue = SIM2SCIENCE;

function statuses(machine: ReturnType<typeof makeMachine>): Record<number, string> {
  return Object.fromEntries(
    readLibrary(machine.deps, { venue }).papers.map((row) => [row.number, row.status]),
  );
}

describe('the round trip', () => {
  it('carries assignments to reviewers and chairs, and reviews back to both', () => {
    const { machine: organizer, bundleOf } = makeOrganizer();
    const ada = makeMachine();
    const noor = makeMachine();
    expect(importAll(ada, bundleOf('Ada Lindqvist')).rows).toMatchObject([
      { outcome: 'added', papers: [7, 12] },
    ]);
    expect(importAll(noor, bundleOf('Noor Haddad')).rows).toMatchObject([
      { outcome: 'added', papers: [7, 12, 31] },
    ]);

    completeReview(ada, 7, 5);
    answer(ada, 12, 'summary', { kind: 'text', text: 'half a thought' });
    expect(statuses(ada)).toEqual({ 7: 'ready', 12: 'draft' });
    const receipt = exportTo(ada, join(ada.folder, 'ada.referee'), [7, 12]);
    expect(receipt).toMatchObject({ papers: [7], leftOut: [12], sequence: 1 });
    expect(statuses(ada)).toEqual({ 7: 'exported', 12: 'draft' });

    for (const reader of [organizer, noor]) {
      expect(importAll(reader, receipt.path).rows).toMatchObject([
        { outcome: 'added', author: 'Ada Lindqvist', papers: [7] },
      ]);
      const { papers, expectedCount, receivedCount } = readConsolidation(reader.deps, { venue });
      expect({ expectedCount, receivedCount }).toEqual({ expectedCount: 5, receivedCount: 1 });
      expect(papers[0]).toMatchObject({
        number: 7,
        expectedCount: 2,
        receivedCount: 1,
        overall: { mean: 5, count: 1 },
      });
      expect(papers[0]?.reviews.map(({ reviewerName, state }) => [reviewerName, state])).toEqual([
        ['Ada Lindqvist', 'ready'],
        ['Bo Nakamura', 'missing'],
      ]);
      const full = readConsolidatedPaper(reader.deps, { venue, paper: 7 as PaperNumber });
      expect(full.missing).toEqual(['Bo Nakamura']);
      expect(full.reviews[0]?.versions).toHaveLength(1);
    }
    const { csv, rowCount } = buildTable(noor.deps, { venue });
    expect(rowCount).toBe(5);
    expect(csv.split('\r\n')[0]).toContain('paper,title,mean,reviewer,state');
  });

  it('supersedes on a second export, and gives the same bytes when nothing changed', () => {
    const { machine: organizer, bundleOf } = makeOrganizer();
    const ada = makeMachine();
    importAll(ada, bundleOf('Ada Lindqvist'));
    completeReview(ada, 7, 3);
    const first = exportTo(ada, join(ada.folder, 'first.referee'), [7]);
    ada.setNow('2026-05-11T10:00:00Z');
    const again = exportTo(ada, join(ada.folder, 'again.referee'), [7]);
    expect(readFileSync(again.path)).toEqual(readFileSync(first.path));

    answer(ada, 7, 'overall', { kind: 'rating', value: 6 });
    expect(statuses(ada)[7]).toBe('changed');
    const second = exportTo(ada, join(ada.folder, 'second.referee'), [7]);
    expect(second.sequence).toBe(2);
    expect(
      importAll(organizer, second.path, first.path, again.path, second.path).rows.map((row) => row.outcome),
    ).toEqual(['added', 'older', 'already', 'already']);
    expect(readConsolidation(organizer.deps, { venue }).papers[0]?.overall.mean).toBe(6);
  });

  it('marks a review written after the deadline as late and takes it all the same', () => {
    const { machine: organizer, bundleOf } = makeOrganizer();
    const ada = makeMachine();
    importAll(ada, bundleOf('Ada Lindqvist'));
    ada.setNow('2026-05-14T12:00:00.000Z');
    completeReview(ada, 7);
    const receipt = exportTo(ada, join(ada.folder, 'late.referee'), [7]);
    expect(importAll(organizer, receipt.path).rows).toMatchObject([{ outcome: 'added', isLate: true }]);
  });

  it('is in time until the end of 23:59 Anywhere on Earth', () => {
    const { machine: organizer, bundleOf } = makeOrganizer();
    const ada = makeMachine();
    importAll(ada, bundleOf('Ada Lindqvist'));
    ada.setNow('2026-05-14T11:59:59.000Z');
    completeReview(ada, 7);
    const receipt = exportTo(ada, join(ada.folder, 'in-time.referee'), [7]);
    expect(importAll(organizer, receipt.path).rows).toMatchObject([{ outcome: 'added', isLate: false }]);
  });

  it('keeps drafts on a paper that is assigned no longer, and takes a newer assignment over an older', () => {
    const { machine: organizer, bundleOf } = makeOrganizer();
    const ada = makeMachine();
    const path = bundleOf('Ada Lindqvist');
    importAll(ada, path);
    answer(ada, 7, 'summary', { kind: 'text', text: 'kept' });
    expect(importAll(ada, path).rows).toMatchObject([{ outcome: 'already' }]);
    expect(readLibrary(ada.deps, { venue }).papers).toHaveLength(2);
    expect(organizer.deps.stores.list()).toEqual([venue]);
  });
});

describe('who signed', () => {
  it('knows a reviewer by the invitation in their bundle, and their key from then on', () => {
    const { machine: organizer, bundleOf } = makeOrganizer();
    const ada = makeMachine();
    importAll(ada, bundleOf('Ada Lindqvist'));
    completeReview(ada, 7);
    const { path } = exportTo(ada, join(ada.folder, 'a.referee'), [7]);
    expect(inspectBundle(organizer.deps, { path, keyPath: null }, quiet).standing).toBe('enrolled');
    importAll(organizer, path);
    expect(inspectBundle(organizer.deps, { path, keyPath: null }, quiet)).toMatchObject({
      standing: 'known',
      isAlreadyImported: true,
    });
  });

  it('holds a review signed with another key than before, and merges it only when a person accepts', () => {
    const { machine: organizer, bundleOf } = makeOrganizer();
    const ada = makeMachine();
    importAll(ada, bundleOf('Ada Lindqvist'));
    completeReview(ada, 7);
    importAll(organizer, exportTo(ada, join(ada.folder, 'a.referee'), [7]).path);

    const stranger = makeMachine(undefined, generateIdentity());
    importAll(stranger, bundleOf('Ada Lindqvist'));
    completeReview(stranger, 12, 1);
    const forged = exportTo(stranger, join(stranger.folder, 'b.referee'), [12]);
    expect(importAll(organizer, forged.path).rows).toMatchObject([{ outcome: 'held', papers: [12] }]);
    expect(readConsolidation(organizer.deps, { venue })).toMatchObject({ receivedCount: 1, heldCount: 1 });
    expect(listHeld(organizer.deps, { venue })).toMatchObject([
      { author: 'Ada Lindqvist', standing: 'changed', papers: [12] },
    ]);

    expect(acceptHeld(organizer.deps, { venue, bundle: forged.id })).toMatchObject({ outcome: 'added' });
    expect(readConsolidation(organizer.deps, { venue })).toMatchObject({ receivedCount: 2, heldCount: 0 });
  });

  it('merges nothing of a held bundle that a person refuses', () => {
    const { machine: organizer, bundleOf } = makeOrganizer();
    const ada = makeMachine();
    importAll(ada, bundleOf('Ada Lindqvist'));
    completeReview(ada, 7);
    importAll(organizer, exportTo(ada, join(ada.folder, 'a.referee'), [7]).path);
    const stranger = makeMachine();
    importAll(stranger, bundleOf('Ada Lindqvist'));
    completeReview(stranger, 12, 1);
    const forged = exportTo(stranger, join(stranger.folder, 'b.referee'), [12]);
    importAll(organizer, forged.path);
    refuseHeld(organizer.deps, { venue, bundle: forged.id });
    expect(readConsolidation(organizer.deps, { venue })).toMatchObject({ receivedCount: 1, heldCount: 0 });
  });

  it('refuses an assignment for somebody else and a reviewer importing reviews, and changes nothing by one’s own export', () => {
    const { bundleOf } = makeOrganizer();
    const ada = makeMachine();
    const bo = makeMachine();
    importAll(ada, bundleOf('Ada Lindqvist'));
    importAll(bo, bundleOf('Bo Nakamura'));
    completeReview(bo, 31);
    const { path } = exportTo(bo, join(bo.folder, 'bo.referee'), [31]);
    const codes = importAll(ada, bundleOf('Bo Nakamura'), path).rows.map((row) => row.error?.code);
    expect(codes).toEqual(['BUNDLE_WRONG_PERSON', 'BUNDLE_WRONG_PERSON']);
    expect(importAll(bo, path).rows[0]).toMatchObject({ outcome: 'already', error: null });
    expect(importAll(makeMachine(), path).rows[0]?.error?.code).toBe('BUNDLE_WRONG_VENUE');
  });
});

describe('two machines of one reviewer', () => {
  it('keeps both versions of a review that part, and lists the conflict', () => {
    const { machine: organizer, bundleOf } = makeOrganizer();
    const identity = generateIdentity();
    const laptop = makeMachine(undefined, identity);
    const desktop = makeMachine(undefined, identity);
    for (const machine of [laptop, desktop]) importAll(machine, bundleOf('Ada Lindqvist'));
    completeReview(laptop, 7, 2, 'from the laptop');
    completeReview(desktop, 7, 5, 'from the desktop');
    const a = exportTo(laptop, join(laptop.folder, 'a.referee'), [7]);
    const b = exportTo(desktop, join(desktop.folder, 'b.referee'), [7]);
    expect(importAll(organizer, a.path, b.path).rows.map((row) => row.outcome)).toEqual([
      'added',
      'conflict',
    ]);
    const { reviews } = readConsolidatedPaper(organizer.deps, { venue, paper: 7 as PaperNumber });
    expect(reviews[0]?.versions).toHaveLength(2);
    expect(readConsolidation(organizer.deps, { venue }).papers[0]?.reviews[0]?.state).toBe('conflict');
  });
});
