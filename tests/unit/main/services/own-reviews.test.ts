import { join } from 'node:path';
import { expect, it } from 'vitest';
import { listOwnReviews } from '@main/services/own-reviews';
import {
  answer,
  completeReview,
  exportTo,
  importAll,
  makeMachine,
  makeOrganizer,
  SIM2SCIENCE,
} from '../../../support/machine';
import { makeScene } from '../../../support/scene';

it('lists the reviews that I have begun, by paper, with what I answered', () => {
  const { ada } = makeScene();
  answer(ada, 12, 'overall', { kind: 'rating', value: 2 });
  const own = listOwnReviews(ada.deps, { venue: SIM2SCIENCE });
  expect(own.map(({ paper, status }) => [paper, status])).toEqual([
    [7, 'exported'],
    [12, 'draft'],
  ]);
  expect(own[1]?.answers).toEqual({ overall: { kind: 'rating', value: 2 } });
});

it('never shows what others wrote, on the computer of a chair who has received their reviews and reviews too', () => {
  const { machine: organizer, bundleOf } = makeOrganizer();
  const ada = makeMachine();
  importAll(ada, bundleOf('Ada Lindqvist'));
  completeReview(ada, 7, 5, 'SECRET OF ADA');
  exportTo(ada, join(ada.folder, 'ada.referee'), [7]);
  importAll(organizer, join(ada.folder, 'ada.referee'));
  const stored = JSON.stringify(
    organizer.deps.stores.open(SIM2SCIENCE).db.prepare('SELECT * FROM revisions').all(),
  );
  expect(stored).toContain('SECRET OF ADA');
  expect(listOwnReviews(organizer.deps, { venue: SIM2SCIENCE })).toEqual([]);
});
