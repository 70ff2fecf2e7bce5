import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { PaperNumber } from '@shared/model/ids';
import { refusePaper } from '@main/services/paper-acts';
import { listReviewChanges } from '@main/services/review-changes';
import { takeBack } from '@main/services/save-draft';
import { answer, completeReview, exportTo, importAll, SIM2SCIENCE, type Machine } from '../support/machine';
import { makeScene } from '../support/scene';

const venue = SIM2SCIENCE;
const changes = (machine: Machine) => listReviewChanges(machine.deps, { venue });
const text = (words: string) => ({ kind: 'text', text: words }) as const;

it('are none right after an export, nor of a review that never left', () => {
  const { ada } = makeScene();
  answer(ada, 12, 'summary', text('Begun.'));
  expect(changes(ada)).toEqual([]);
});

it('hold both states, and when the one was exported', () => {
  const { ada } = makeScene();
  answer(ada, 7, 'summary', text('Another summary.'));
  takeBack(ada.deps, { venue, paper: 7 as PaperNumber });
  const [change, ...others] = changes(ada);
  expect(others).toEqual([]);
  expect(change).toMatchObject({
    paper: 7,
    title: 'Title of paper, 7',
    exportedAt: '2026-05-10T09:00:00.000Z',
    before: { isReady: true, answers: { overall: { kind: 'rating', value: 4 } } },
    now: { isReady: false, answers: { summary: text('Another summary.') } },
    haveNotesChanged: false,
  });
  expect(change?.before.answers['summary' as never]).not.toEqual(text('Another summary.'));
});

it('go with the next export, count from it, and are none when the text is as it was', () => {
  const { ada } = makeScene();
  const before = changes(ada);
  answer(ada, 7, 'summary', text('Another summary.'));
  ada.setNow('2026-05-11T10:00:00Z');
  exportTo(ada, join(ada.folder, 'two.referee'), [7], true);
  expect(changes(ada)).toEqual(before);
  answer(ada, 7, 'summary', text('A third.'));
  expect(changes(ada)).toMatchObject([{ exportedAt: '2026-05-11T10:00:00.000Z' }]);
  answer(ada, 7, 'summary', text('Another summary.'));
  expect(changes(ada)).toEqual([]);
});

it('are not told of a paper that the reviewer will not review: it would not go out', () => {
  const { ada } = makeScene();
  answer(ada, 7, 'summary', text('Another summary.'));
  refusePaper(ada.deps, { venue, paper: 7 as PaperNumber, statement: { kind: 'declined', reason: '' } });
  expect(changes(ada)).toEqual([]);
});

it('count from what another computer exported, too', () => {
  const { ada, review } = makeScene();
  const [desktop] = [makeScene().ada];
  importAll(desktop, review);
  completeReview(ada, 7, 5);
  expect(changes(ada)).toMatchObject([{ paper: 7 }]);
});
