import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { PaperNumber, Sha256 } from '@shared/model/ids';
import { generateIdentity } from '@main/bundle/keys';
import { readConsolidatedPaper } from '@main/services/consolidation';
import { previewExport } from '@main/services/export-reviews';
import { openPaper, readLibrary } from '@main/services/library';
import { takeVersion } from '@main/services/take-version';
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
import { headerOf, takeApart } from '../support/craft-bundle';
import { readAnswers } from '../support/answers';

const venue = SIM2SCIENCE;
const paper = 7 as PaperNumber;

/** A reviewer's laptop and desktop, with the same key or with one each. */
function makeComputers(hasOneKey = true): { organizer: Machine; laptop: Machine; desktop: Machine } {
  const { machine: organizer, bundleOf } = makeOrganizer();
  const key = generateIdentity();
  const laptop = makeMachine(undefined, key);
  const desktop = makeMachine(undefined, hasOneKey ? key : generateIdentity());
  for (const machine of [laptop, desktop]) importAll(machine, bundleOf('Ada Lindqvist'));
  return { organizer, laptop, desktop };
}

const send = (machine: Machine, name: string): string =>
  exportTo(machine, join(machine.folder, `${name}.referee`), [7], true).path;
const look = (machine: Machine) => openPaper(machine.deps, { venue, paper });
const otherVersion = (machine: Machine): Sha256 => look(machine).otherVersions[0]?.hash as Sha256;

describe('a review that its writer carries to another computer', () => {
  it.each([true, false])('goes on there where it was left (one key: %s)', (hasOneKey) => {
    const { laptop, desktop } = makeComputers(hasOneKey);
    completeReview(laptop, 7, 5);
    expect(importAll(desktop, send(laptop, 'one')).rows).toMatchObject([{ outcome: 'added', papers: [7] }]);
    expect(look(desktop).draft).toMatchObject({ isReady: true, status: 'exported' });
    expect(readAnswers(desktop, 7)).toEqual(readAnswers(laptop, 7));
  });

  it('comes back as an update, when nothing was written meanwhile', () => {
    const { organizer, laptop, desktop } = makeComputers();
    completeReview(laptop, 7, 5);
    importAll(desktop, send(laptop, 'one'));
    answer(desktop, 7, 'overall', { kind: 'rating', value: 2 });
    const two = send(desktop, 'two');
    expect(importAll(laptop, two).rows).toMatchObject([{ outcome: 'updated' }]);
    expect(readAnswers(laptop, 7)['overall']).toEqual({ kind: 'rating', value: 2 });
    expect(importAll(laptop, two).rows).toMatchObject([{ outcome: 'already' }]);
    importAll(organizer, two);
    expect(versionsAt(organizer)).toBe(1);
  });

  it('is numbered after what the other computer sent, and supersedes it', () => {
    const { laptop, desktop } = makeComputers();
    completeReview(laptop, 7, 5);
    const one = send(laptop, 'one');
    importAll(desktop, one);
    answer(desktop, 7, 'overall', { kind: 'rating', value: 2 });
    const [first, second] = [one, send(desktop, 'two')].map((path) => headerOf(takeApart(path)));
    expect(second).toMatchObject({ sequence: 2, supersedes: [first?.id] });
  });

  it('is never written over: work on both sides waits to be compared', () => {
    const { laptop, desktop } = makeComputers();
    completeReview(laptop, 7, 5, 'laptop');
    answer(desktop, 7, 'summary', { kind: 'text', text: 'Unsent words of the desktop.' });
    expect(importAll(desktop, send(laptop, 'one')).rows).toMatchObject([{ outcome: 'conflict' }]);
    expect(readAnswers(desktop, 7)['summary']).toEqual({
      kind: 'text',
      text: 'Unsent words of the desktop.',
    });
    expect(look(desktop).otherVersions).toMatchObject([{ isReady: true }]);
    expect(readLibrary(desktop.deps, { venue }).papers[0]?.hasOtherVersion).toBe(true);
    expect(previewExport(desktop.deps, { venue }).rows[0]?.hasOtherVersion).toBe(true);
  });

  it.each(['mine', 'theirs'] as const)(
    'is one again for the chairs once its writer has settled it: %s',
    (take) => {
      const { organizer, laptop, desktop } = makeComputers();
      completeReview(laptop, 7, 5, 'laptop');
      completeReview(desktop, 7, 2, 'desktop');
      const [one, two] = [send(laptop, 'one'), send(desktop, 'two')];
      expect(importAll(organizer, one, two).rows.map(({ outcome }) => outcome)).toEqual([
        'added',
        'conflict',
      ]);
      importAll(desktop, one);
      const theirs = look(desktop).otherVersions[0]?.answers;
      const mine = look(desktop).draft.answers;
      takeVersion(desktop.deps, { venue, paper, version: otherVersion(desktop), take });
      expect(look(desktop)).toMatchObject({
        otherVersions: [],
        draft: { answers: take === 'mine' ? mine : theirs },
      });
      expect(importAll(organizer, send(desktop, 'three')).rows).toMatchObject([{ outcome: 'updated' }]);
      expect(versionsAt(organizer)).toBe(1);
      // The laptop hears of it and goes on from there.
      expect(importAll(laptop, join(desktop.folder, 'three.referee')).rows).toMatchObject([
        { outcome: 'updated' },
      ]);
      expect(readAnswers(laptop, 7)).toEqual(readAnswers(desktop, 7));
    },
  );

  it('says what is no version of it any more', () => {
    const { laptop } = makeComputers();
    completeReview(laptop, 7, 5);
    expect(() =>
      takeVersion(laptop.deps, { venue, paper, version: 'a'.repeat(64) as Sha256, take: 'mine' }),
    ).toThrow('does not wait any more');
  });

  it('is not taken from somebody who only claims to be its writer', () => {
    const { organizer, laptop } = makeComputers();
    const stranger = makeMachine();
    const { bundleOf } = makeOrganizer();
    importAll(stranger, bundleOf('Ada Lindqvist'));
    completeReview(stranger, 7, 1, 'forged');
    const [row] = importAll(laptop, send(stranger, 'forged')).rows;
    expect(row).toMatchObject({ outcome: 'held' });
    expect(look(laptop)).toMatchObject({ otherVersions: [], draft: { status: 'not-started' } });
    expect(versionsAt(organizer)).toBe(0);
  });
});

function versionsAt(machine: Machine): number {
  const { reviews } = readConsolidatedPaper(machine.deps, { venue, paper });
  return reviews.reduce((sum, { versions }) => sum + versions.length, 0);
}
