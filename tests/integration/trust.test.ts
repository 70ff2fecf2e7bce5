import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { AppError } from '@shared/contract/errors';
import type { PaperNumber } from '@shared/model/ids';
import { ASSIGNMENT_PATH, VENUE_PATH } from '@main/bundle/payload';
import { readConsolidation } from '@main/services/consolidation';
import { assignmentFileNames } from '@main/services/file-names';
import { importBundles } from '@main/services/import-bundles';
import { openPaper, readLibrary } from '@main/services/library';
import { personIdOf } from '@main/services/identifiers';
import { blobPath, isBlobWhole } from '@main/store/blobs';
import { getLatestSeen } from '@main/store/facts';
import { listPapers } from '@main/store/papers';
import { getPerson } from '@main/store/people';
import { editJson, pack, resign, takeApart } from '../support/craft-bundle';
import {
  answer,
  completeReview,
  exportTo,
  importAll,
  makeMachine,
  makeOrganizer,
  SIM2SCIENCE,
} from '../support/machine';
import { people } from '../support/venue-files';

const venue = SIM2SCIENCE;

describe('who may change a venue', () => {
  it('refuses an assignment that a reviewer signed, whatever roles the bundle gives its author', () => {
    const { machine: organizer, bundleOf } = makeOrganizer();
    const noor = makeMachine();
    const ada = makeMachine();
    importAll(noor, bundleOf('Noor Haddad'));
    importAll(ada, bundleOf('Ada Lindqvist'));
    completeReview(ada, 7);
    const review = exportTo(ada, join(ada.folder, 'a.referee'), [7]);
    for (const reader of [organizer, noor]) importAll(reader, review.path);

    const adaId = personIdOf(venue, people.ada.email);
    const parts = takeApart(bundleOf('Noor Haddad'));
    editJson(parts, ASSIGNMENT_PATH, (payload) => ({
      ...payload,
      assignments: [],
      people: (payload['people'] as { id: string }[]).map((one) =>
        one.id === adaId ? { ...one, roles: ['organizer'] } : one,
      ),
    }));
    resign(parts, ada.identity, (header) => ({
      author: { ...header.author, person: adaId, fingerprint: ada.identity.fingerprint },
      sequence: 9,
    }));
    const forged = pack(join(ada.folder, 'forged.referee'), parts);
    expect(importAll(noor, forged).rows[0]?.error?.code).toBe('BUNDLE_UNKNOWN_SIGNER');
    expect(importAll(organizer, forged).rows[0]?.error?.code).toBe('BUNDLE_WRONG_PERSON');
    expect(readConsolidation(noor.deps, { venue }).expectedCount).toBe(5);
    expect(getPerson(noor.deps.stores.open(venue).db, adaId)?.roles).toEqual(['reviewer']);
  });
});

describe('two venue files of one revision', () => {
  it('are refused when they differ, and a raised revision is taken', () => {
    const { machine: organizer, bundleOf } = makeOrganizer();
    const ada = makeMachine();
    importAll(ada, bundleOf('Ada Lindqvist'));
    const renamed = (revision: number): string => {
      const parts = takeApart(bundleOf('Ada Lindqvist'));
      editJson(parts, VENUE_PATH, (file) => ({ ...file, place: 'Elsewhere', revision }));
      resign(parts, organizer.identity, () => ({ sequence: 2, venueRevision: revision }));
      return pack(join(ada.folder, `revision-${revision}.referee`), parts);
    };
    expect(importAll(ada, renamed(1)).rows[0]?.error).toMatchObject({ code: 'BUNDLE_INVALID' });
    expect(readLibrary(ada.deps, { venue }).venue.place).toBe('Seoul, South Korea');
    expect(importAll(ada, renamed(2)).rows[0]?.outcome).toBe('updated');
    expect(readLibrary(ada.deps, { venue }).venue.place).toBe('Elsewhere');
  });
});

describe('what comes in', () => {
  it('takes the reviews of a chair’s own papers and names the others, in any order', () => {
    const { bundleOf } = makeOrganizer({ chairPapers: [7] });
    const noor = makeMachine();
    const ada = makeMachine();
    importAll(noor, bundleOf('Noor Haddad'));
    importAll(ada, bundleOf('Ada Lindqvist'));
    completeReview(ada, 7);
    completeReview(ada, 12);
    const { path } = exportTo(ada, join(ada.folder, 'a.referee'), [7, 12]);
    const [row] = importAll(noor, path).rows;
    expect(row).toMatchObject({ outcome: 'added', papers: [7] });
    expect(row?.sentence).toContain('not on this computer: 12');
    expect(importAll(noor, path).rows[0]?.outcome).toBe('already');
  });

  it('takes reviews that came in one drop with the assignment they need, whichever is first', () => {
    const { bundleOf } = makeOrganizer();
    const ada = makeMachine();
    importAll(ada, bundleOf('Ada Lindqvist'));
    completeReview(ada, 7);
    const { path } = exportTo(ada, join(ada.folder, 'a.referee'), [7]);
    const noor = makeMachine();
    expect(importAll(noor, path, bundleOf('Noor Haddad')).rows.map((row) => row.outcome)).toEqual([
      'added',
      'added',
    ]);
  });

  it('counts no rating that is off the form’s scale, no draft and no conflict into a mean', () => {
    const { machine: organizer, bundleOf } = makeOrganizer();
    const ada = makeMachine();
    const bo = makeMachine();
    importAll(ada, bundleOf('Ada Lindqvist'));
    importAll(bo, bundleOf('Bo Nakamura'));
    answer(ada, 7, 'overall', { kind: 'rating', value: 1 });
    completeReview(bo, 7, 5);
    importAll(organizer, exportTo(ada, join(ada.folder, 'a.referee'), [7], true).path);
    importAll(organizer, exportTo(bo, join(bo.folder, 'b.referee'), [7]).path);
    const row = readConsolidation(organizer.deps, { venue }).papers[0];
    expect(row).toMatchObject({ receivedCount: 2, overall: { count: 1, mean: 5 } });
  });

  it('reports what came in before an import was stopped', () => {
    const { bundleOf } = makeOrganizer();
    const ada = makeMachine();
    let checkpoints = 0;
    const stopsLater = {
      progress: () => undefined,
      checkpoint: () => {
        checkpoints += 1;
        if (checkpoints > 60) throw new AppError('CANCELLED', 'Cancelled.');
      },
    };
    const path = bundleOf('Ada Lindqvist');
    const paths = Array.from({ length: 50 }, () => path);
    const report = importBundles(ada.deps, { paths, venue: null }, stopsLater);
    expect(report.isStopped).toBe(true);
    expect(report.rows.length).toBeLessThan(50);
    expect(report.rows[0]?.outcome).toBe('added');
  });

  it('believes no reviewer’s clock over its own', () => {
    const { machine: organizer, bundleOf } = makeOrganizer();
    const ada = makeMachine();
    importAll(ada, bundleOf('Ada Lindqvist'));
    ada.setNow('2099-01-01T00:00:00.000Z');
    completeReview(ada, 7);
    importAll(organizer, exportTo(ada, join(ada.folder, 'a.referee'), [7]).path);
    expect(getLatestSeen(organizer.deps.stores.open(venue).db)).toBe('2026-05-10T09:00:00.000Z');
  });

  it('puts lost and damaged PDFs back when the bundle is imported once more', () => {
    const { bundleOf } = makeOrganizer();
    const ada = makeMachine();
    importAll(ada, bundleOf('Ada Lindqvist'));
    const { db, folder } = ada.deps.stores.open(venue);
    const [first, second] = listPapers(db).map((paper) => paper.pdf.sha256);
    if (first === undefined || second === undefined) throw new Error('two papers were expected');
    rmSync(blobPath(folder, first));
    writeFileSync(blobPath(folder, second), 'rot');
    expect(importAll(ada, bundleOf('Ada Lindqvist')).rows[0]?.sentence).toContain(
      '2 lost or damaged PDFs were put back',
    );
    expect([first, second].map((sha256) => isBlobWhole(folder, sha256))).toEqual([true, true]);
  });
});

describe('what goes out', () => {
  it('sends an emptied review to replace what was sent, but nothing that was never written', () => {
    const { machine: organizer, bundleOf } = makeOrganizer();
    const ada = makeMachine();
    importAll(ada, bundleOf('Ada Lindqvist'));
    expect(() => exportTo(ada, join(ada.folder, 'none.referee'), [7], true)).toThrow(
      /None of the chosen reviews/,
    );
    answer(ada, 7, 'overall', { kind: 'rating', value: 2 });
    importAll(organizer, exportTo(ada, join(ada.folder, 'a.referee'), [7], true).path);
    clear(ada, 7, 'overall');
    expect(readLibrary(ada.deps, { venue }).papers[0]?.status).toBe('changed');
    const emptied = exportTo(ada, join(ada.folder, 'b.referee'), [7], true);
    expect(importAll(organizer, emptied.path).rows[0]?.outcome).toBe('updated');
    expect(readConsolidation(organizer.deps, { venue }).papers[0]?.reviews[0]?.ratings).toEqual({});
  });

  it('gives every person a file name of their own that does not change when others come', () => {
    const person = (name: string, email: string) => ({
      id: personIdOf(venue, email),
      name,
      email,
      roles: ['reviewer' as const],
      invitationKey: null,
    });
    const three = [person('Wei Li', 'a@x.org'), person('Wei Li', 'b@x.org'), person('Wei Li 2', 'c@x.org')];
    const names = assignmentFileNames(venue, [
      ...three,
      person('李 伟', 'wei@x.org'),
      person('王 芳', 'fang@x.org'),
    ]);
    expect(new Set(names).size).toBe(5);
    expect(assignmentFileNames(venue, three)).toEqual(names.slice(0, 3));
    expect(names[3]).toMatch(/-wei-[0-9a-f]{8}\.referee$/);
  });

  it('writes as many files as there are people', () => {
    const { machine, bundles } = makeOrganizer();
    expect(readdirSync(join(machine.folder, 'out')).toSorted()).toEqual(
      bundles.map(({ fileName }) => fileName).toSorted(),
    );
    mkdirSync(join(machine.folder, 'again'));
    expect(bundles.every(({ papers }) => papers.every((paper: PaperNumber) => paper > 0))).toBe(true);
  });
});

function clear(machine: ReturnType<typeof makeMachine>, paper: number, field: string): void {
  answer(machine, paper, field, null);
}

describe('a paper that is taken off a reviewer', () => {
  it('stays readable with what was written, takes no change and is not exported', () => {
    const { machine: organizer, bundleOf } = makeOrganizer();
    const ada = makeMachine();
    importAll(ada, bundleOf('Ada Lindqvist'));
    completeReview(ada, 7);
    const parts = takeApart(bundleOf('Ada Lindqvist'));
    editJson(parts, ASSIGNMENT_PATH, (payload) => ({
      ...payload,
      papers: [12],
      assignments: (payload['assignments'] as { paper: number }[]).filter(({ paper }) => paper === 12),
    }));
    for (const file of ['paper.json', 'paper.pdf']) parts.files.delete(`data/papers/7/${file}`);
    resign(parts, organizer.identity, () => ({ sequence: 2 }));
    importAll(ada, pack(join(ada.folder, 'second.referee'), parts));

    expect(readLibrary(ada.deps, { venue }).papers.map(({ number, status }) => [number, status])).toEqual([
      [12, 'not-started'],
      [7, 'withdrawn'],
    ]);
    const view = openPaper(ada.deps, { venue, paper: 7 as PaperNumber });
    expect(view.draft).toMatchObject({ status: 'withdrawn', isReady: true });
    expect(Object.keys(view.draft.answers)).not.toHaveLength(0);
    expect(() => answer(ada, 7, 'overall', { kind: 'rating', value: 1 })).toThrow(/not one of yours/);
    expect(() => exportTo(ada, join(ada.folder, 'a.referee'), [7])).toThrow(/not one of yours/);
  });
});
