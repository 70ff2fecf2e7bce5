import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { PaperNumber, VenueId } from '@shared/model/ids';
import { openBundle } from '@main/bundle/verify-bundle';
import { readConsolidatedPaper, readConsolidation } from '@main/services/consolidation';
import { quiet } from '@main/services/deps';
import { inspectBundle } from '@main/services/inspect-bundle';
import { openPaper } from '@main/services/library';
import { goldenChair, GOLDEN, makeGoldenBundles, OLDER } from '../fixtures/bundles/v1/golden';
import { importAll, makeMachine, type Machine } from '../support/machine';
import { tempFolder } from '../support/temp';

const FIXTURES = resolve('tests/fixtures/bundles/v1');
const venue = 'golden-2026' as VenueId;
const paper = 7 as PaperNumber;
const kinds = Object.keys(GOLDEN) as (keyof typeof GOLDEN)[];
const pathOf = (kind: keyof typeof GOLDEN): string => join(FIXTURES, GOLDEN[kind]);

/** Noor's store, set up by an assignment that is made again. */
function makeChair(): Machine {
  const folder = tempFolder();
  makeGoldenBundles(folder, FIXTURES);
  const noor = makeMachine();
  importAll(noor, goldenChair(folder));
  return noor;
}

describe('the golden bundles of format 1', () => {
  it.each([...kinds.map((kind) => GOLDEN[kind]), OLDER.assignment])('still open: %s', (name) => {
    const bundle = openBundle(join(FIXTURES, name));
    expect(bundle.header).toMatchObject({
      format: 1,
      venue,
      application: { name: 'Referee', version: '0.1.0' },
    });
    bundle.close();
  });

  it.each([OLDER.assignment, GOLDEN.assignment])('still say what they said: %s', (name) => {
    const ada = makeMachine();
    expect(importAll(ada, join(FIXTURES, name)).rows).toMatchObject([
      { outcome: 'added', papers: [7, 12], author: 'Olga Marin' },
    ]);
    expect(openPaper(ada.deps, { venue, paper })).toMatchObject({
      paper: {
        title: 'Title of paper, 7',
        abstract: 'Abstract 7',
        keywords: ['one', 'two'],
        topics: ['sbi', 'emulators'],
        authors: [],
      },
      due: '2026-05-13',
    });
    expect(inspectBundle(ada.deps, { path: pathOf('review'), keyPath: null }, quiet)).toMatchObject({
      kind: 'review',
      created: '2026-05-10T09:00:00.000Z',
      papers: [{ number: 7, title: 'Title of paper, 7' }],
    });
  });

  it('are written again byte for byte out of the same content', () => {
    const made = makeGoldenBundles(tempFolder(), FIXTURES);
    expect(kinds.filter((kind) => !readFileSync(made[kind]).equals(readFileSync(pathOf(kind))))).toEqual([]);
  });

  it('still make a review of what the reviewer wrote, also out of the encrypted one', () => {
    const noor = makeChair();
    expect(importAll(noor, join(FIXTURES, OLDER.encrypted)).rows).toMatchObject([
      { outcome: 'added', author: 'Ada Lindqvist' },
    ]);
    expect(importAll(noor, pathOf('review')).rows).toMatchObject([{ outcome: 'already' }]);
    const { reviews } = readConsolidatedPaper(noor.deps, { venue, paper });
    expect(reviews[0]?.versions).toMatchObject([
      {
        state: 'ready',
        answers: {
          summary: {
            kind: 'text',
            text: 'Größe matters: $p(\\theta \\mid x)$, “quoted”, 👍, \u2028 and a tab\t.',
          },
          overall: { kind: 'rating', value: 4 },
          presentation: { kind: 'choice', option: 'poster' },
          topics: { kind: 'topics', tags: [{ topic: 'sbi', weight: 'primary', fit: 3 }] },
          ethics: { kind: 'flag', isRaised: true, detail: 'Human subjects.' },
        },
      },
    ]);
  });

  it('still settle, recommend and decide as they did', () => {
    const folder = tempFolder();
    makeGoldenBundles(folder, FIXTURES);
    const noor = makeMachine();
    importAll(noor, goldenChair(folder), pathOf('review'), pathOf('settling'), pathOf('decision'));
    const { reviews } = readConsolidatedPaper(noor.deps, { venue, paper });
    expect(reviews[0]?.versions).toMatchObject([{ answers: { overall: { value: 5 } }, earlierCount: 2 }]);
    expect(readConsolidation(noor.deps, { venue }).papers[0]).toMatchObject({
      number: 7,
      decisions: ['poster'],
    });
  });
});
