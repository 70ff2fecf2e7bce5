import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { PaperNumber } from '@shared/model/ids';
import type { Refusal } from '@shared/model/response';
import { generateIdentity } from '@main/bundle/keys';
import { readConsolidatedPaper, readConsolidation } from '@main/services/consolidation';
import { quiet } from '@main/services/deps';
import { exportConsolidation } from '@main/services/export-consolidation';
import { buildTable } from '@main/services/export-table';
import { previewExport } from '@main/services/export-reviews';
import { inspectBundle } from '@main/services/inspect-bundle';
import { openPaper, readLibrary } from '@main/services/library';
import { refusePaper, takePaperBack } from '@main/services/paper-acts';
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
import { refusalOf } from '../support/refusal';
import { takeApart } from '../support/craft-bundle';

const venue = SIM2SCIENCE;
const DECLINED: Refusal = { kind: 'declined', reason: 'I know nothing of plasma.' };
const CONFLICT: Refusal = { kind: 'conflict', conflict: 'co-author', note: 'A joint paper in 2025.' };

const refuse = (machine: Machine, paper: number, statement: Refusal = DECLINED) =>
  refusePaper(machine.deps, { venue, paper: paper as PaperNumber, statement });
const takeBack = (machine: Machine, paper: number) =>
  takePaperBack(machine.deps, { venue, paper: paper as PaperNumber });
const statusOf = (machine: Machine, paper: number) =>
  readLibrary(machine.deps, { venue }).papers.find(({ number }) => number === paper)?.status;
const send = (machine: Machine, name: string, papers: readonly number[] = [7, 12]): string =>
  exportTo(machine, join(machine.folder, `${name}.referee`), papers).path;
const filesOf = (path: string): readonly string[] => [...takeApart(path).files.keys()];
const cellOf = (machine: Machine, paper: number) =>
  readConsolidation(machine.deps, { venue })
    .papers.find(({ number }) => number === paper)
    ?.reviews.find(({ reviewerName }) => reviewerName === 'Ada Lindqvist');

function makePeople(): { organizer: Machine; ada: Machine; noor: Machine; desktop: Machine } {
  const { machine: organizer, bundleOf } = makeOrganizer();
  const key = generateIdentity();
  const [ada, desktop, noor] = [makeMachine(undefined, key), makeMachine(undefined, key), makeMachine()];
  for (const machine of [ada, desktop]) importAll(machine, bundleOf('Ada Lindqvist'));
  importAll(noor, bundleOf('Noor Haddad'));
  return { organizer, ada, noor, desktop };
}

describe('a paper that its reviewer will not review', () => {
  it('is shown as such, is due no more, and is asked for no more', () => {
    const { ada } = makePeople();
    completeReview(ada, 12);
    send(ada, 'one', [12]);
    expect(readLibrary(ada.deps, { venue }).nextDue).toBe('2026-05-13');
    expect(refuse(ada, 7)).toEqual({
      statement: DECLINED,
      statedAt: '2026-05-10T09:00:00.000Z',
      isSent: false,
    });
    expect(statusOf(ada, 7)).toBe('declined');
    expect(readLibrary(ada.deps, { venue }).nextDue).toBeNull();
    refuse(ada, 7, CONFLICT);
    expect(openPaper(ada.deps, { venue, paper: 7 as PaperNumber })).toMatchObject({
      draft: { status: 'conflict' },
      response: { statement: CONFLICT, isSent: false },
    });
  });

  it('goes out as the word alone: what was written of it stays here', () => {
    const { ada } = makePeople();
    answer(ada, 7, 'summary', { kind: 'text', text: 'Half a summary.' });
    refuse(ada, 7);
    const outcome = exportTo(ada, join(ada.folder, 'one.referee'), [7, 12], true);
    expect(outcome).toMatchObject({ papers: [], refused: [7], leftOut: [12] });
    expect(filesOf(outcome.path).filter((path) => path.startsWith('data/'))).toEqual([
      'data/bundle.json',
      'data/responses/7.json',
    ]);
    expect(statusOf(ada, 7)).toBe('declined');
    expect(previewExport(ada.deps, { venue }).rows[0]?.response).toMatchObject({ isSent: true });
  });

  it('is not said to be sent by an export that wrote no file', () => {
    const { ada } = makePeople();
    refuse(ada, 7);
    const file = join(ada.folder, 'no-folder');
    writeFileSync(file, '');
    expect(refusalOf(() => exportTo(ada, join(file, 'one.referee'), [7]))).toBe('FILE_UNWRITABLE');
    expect(previewExport(ada.deps, { venue }).rows[0]?.response).toMatchObject({ isSent: false });
    send(ada, 'one');
    expect(previewExport(ada.deps, { venue }).rows[0]?.response).toMatchObject({ isSent: true });
  });

  it('is forgotten when it is taken back before it was exported, with the draft as it was', () => {
    const { ada } = makePeople();
    answer(ada, 7, 'summary', { kind: 'text', text: 'Half a summary.' });
    refuse(ada, 7);
    expect(takeBack(ada, 7)).toBeNull();
    expect(statusOf(ada, 7)).toBe('draft');
    expect(refusalOf(() => takeBack(ada, 7))).toBe('NOTHING_TO_TAKE_BACK');
    expect(filesOf(exportTo(ada, join(ada.folder, 'one.referee'), [7], true).path)).not.toContain(
      'data/responses/7.json',
    );
  });

  it('is not one that was never assigned', () => {
    const { ada } = makePeople();
    expect(refusalOf(() => refuse(ada, 31))).toBe('PAPER_NOT_FOUND');
  });
});

describe('a chair who hears of it', () => {
  it('sees who declined and why, expects no review, and misses none', () => {
    const { ada, noor } = makePeople();
    refuse(ada, 7);
    refuse(ada, 12, CONFLICT);
    const [row] = importAll(noor, send(ada, 'one')).rows;
    expect(row).toMatchObject({
      outcome: 'updated',
      papers: [7, 12],
      sentence: 'Ada Lindqvist declined paper 7, declared a conflict of interest with paper 12.',
    });
    expect(cellOf(noor, 7)).toMatchObject({ state: 'refused', refusal: DECLINED, isAssigned: true });
    const { papers } = readConsolidation(noor.deps, { venue });
    expect(papers.map(({ number, expectedCount }) => [number, expectedCount])).toEqual([
      [7, 1],
      [12, 1],
      [31, 1],
    ]);
    expect(readConsolidatedPaper(noor.deps, { venue, paper: 12 as PaperNumber })).toMatchObject({
      missing: ['Bo Nakamura'],
      refusals: [{ reviewerName: 'Ada Lindqvist', refusal: CONFLICT }],
    });
    const { csv } = buildTable(noor.deps, { venue });
    expect(csv).toMatch(/^7,[^\n]*Ada Lindqvist,declined,/m);
    expect(csv).toMatch(/^12,[^\n]*Ada Lindqvist,conflict,/m);
  });

  it('hears that they will review it after all, whichever of the two files comes first', () => {
    for (const isReversed of [false, true]) {
      const { ada, noor } = makePeople();
      refuse(ada, 7);
      const files = [send(ada, 'one')];
      takeBack(ada, 7);
      expect(statusOf(ada, 7)).toBe('not-started');
      files.push(send(ada, 'two'));
      importAll(noor, ...(isReversed ? files.toReversed() : files));
      expect(cellOf(noor, 7)).toMatchObject({ state: 'missing', refusal: null });
    }
  });

  it('keeps a review that came before, with the word beside it', () => {
    const { ada, noor } = makePeople();
    completeReview(ada, 7);
    importAll(noor, send(ada, 'one'));
    refuse(ada, 7, CONFLICT);
    importAll(noor, send(ada, 'two'));
    expect(cellOf(noor, 7)).toMatchObject({ state: 'ready', refusal: CONFLICT });
    expect(readConsolidation(noor.deps, { venue }).papers[0]).toMatchObject({
      expectedCount: 2,
      receivedCount: 1,
    });
  });

  it('hands it on to the organizer in a consolidation', () => {
    const { ada, noor, organizer } = makePeople();
    refuse(ada, 7);
    importAll(noor, send(ada, 'one'));
    const { path } = exportConsolidation(
      noor.deps,
      { venue, isEncrypted: false, path: join(noor.folder, 'noor.referee') },
      quiet,
    );
    importAll(organizer, path);
    expect(cellOf(organizer, 7)).toMatchObject({ state: 'refused', refusal: DECLINED });
  });

  it('is told before importing which papers it is about', () => {
    const { ada, noor } = makePeople();
    refuse(ada, 12);
    expect(inspectBundle(noor.deps, { path: send(ada, 'one'), keyPath: null }, quiet)).toMatchObject({
      papers: [{ number: 12 }],
      obstacle: null,
    });
  });
});

describe('a reviewer with two computers', () => {
  it('finds on the other what they said on the one, and it is told as already here when it comes again', () => {
    const { ada, desktop } = makePeople();
    refuse(ada, 7);
    const one = send(ada, 'one');
    expect(importAll(desktop, one).rows).toMatchObject([
      { outcome: 'updated', sentence: 'You declined paper 7.' },
    ]);
    expect(statusOf(desktop, 7)).toBe('declined');
    expect(importAll(desktop, one).rows).toMatchObject([{ outcome: 'already' }]);
    // It left, so taking it back has to leave too.
    expect(takeBack(desktop, 7)).toMatchObject({ statement: { kind: 'willing' }, isSent: false });
  });

  it('has one word in the end where the two said different things at once, as the chair has', () => {
    const { ada, desktop, noor } = makePeople();
    refuse(ada, 7, DECLINED);
    refuse(desktop, 7, CONFLICT);
    const files = [send(ada, 'one'), send(desktop, 'two')];
    for (const machine of [ada, desktop, noor]) importAll(machine, ...files);
    const statements = [ada, desktop].map(
      (machine) => openPaper(machine.deps, { venue, paper: 7 as PaperNumber }).response?.statement,
    );
    expect(statements[0]).toEqual(statements[1]);
    expect(cellOf(noor, 7)?.refusal).toEqual(statements[0]);
  });
});
