import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { PaperNumber, VenueId } from '@shared/model/ids';
import { openBundle } from '@main/bundle/verify-bundle';
import { readConsolidatedPaper } from '@main/services/consolidation';
import { quiet } from '@main/services/deps';
import { inspectBundle } from '@main/services/inspect-bundle';
import { openPaper } from '@main/services/library';
import { openStores } from '@main/store/stores';
import { GOLDEN, makeGoldenBundles, readMade } from '../fixtures/bundles/v1/golden';
import { importAll, makeMachine } from '../support/machine';
import { tempFolder } from '../support/temp';

const FIXTURES = resolve('tests/fixtures/bundles/v1');
const venue = 'golden-2026' as VenueId;
const paper = 7 as PaperNumber;
const pathOf = (kind: keyof typeof GOLDEN): string => join(FIXTURES, GOLDEN[kind]);

describe('the golden bundles of format 1', () => {
  it.each(['assignment', 'review'] as const)('still open: %s', (kind) => {
    const bundle = openBundle(pathOf(kind));
    expect(bundle.header).toMatchObject({
      format: 1,
      kind,
      venue,
      sequence: 1,
      application: { name: 'Referee', version: '0.1.0' },
    });
    bundle.close();
  });

  it('still say what they said', () => {
    const ada = makeMachine();
    expect(importAll(ada, pathOf('assignment')).rows).toMatchObject([
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
    expect(inspectBundle(ada.deps, { path: pathOf('review') }, quiet)).toMatchObject({
      kind: 'review',
      created: '2026-05-10T09:00:00.000Z',
      papers: [{ number: 7, title: 'Title of paper, 7' }],
    });
  });

  it('are written again byte for byte out of the same content', () => {
    const folder = tempFolder();
    makeGoldenBundles(folder, FIXTURES);
    const kinds = ['assignment', 'review'] as const;
    expect(kinds.filter((kind) => !readMade(folder, kind).equals(readFileSync(pathOf(kind))))).toEqual([]);
  });

  it('still make a review of what the reviewer wrote', () => {
    const folder = tempFolder();
    makeGoldenBundles(folder, FIXTURES);
    const machine = makeMachine();
    const stores = openStores(join(folder, 'organizer'), () => '2026-05-11T09:00:00.000Z');
    const organizer = { ...machine, deps: { ...machine.deps, stores } };
    try {
      expect(importAll(organizer, pathOf('review')).rows).toMatchObject([
        { outcome: 'added', author: 'Ada Lindqvist' },
      ]);
      const { reviews } = readConsolidatedPaper(organizer.deps, { venue, paper });
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
    } finally {
      stores.close();
    }
  });
});
