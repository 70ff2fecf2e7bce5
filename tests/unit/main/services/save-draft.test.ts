import { describe, expect, it } from 'vitest';
import type { ErrorCode } from '@shared/contract/errors';
import type { FieldId, PaperNumber, VenueId } from '@shared/model/ids';
import type { Answer } from '@shared/model/review';
import { openPaper } from '@main/services/library';
import { answerField, markReady, takeBack } from '@main/services/save-draft';
import { answer, makeMachine, SIM2SCIENCE, type Machine } from '../../../support/machine';
import { makeScene } from '../../../support/scene';
import { dumpStore } from '../../../support/store-state';

const input = (paper: number): { venue: VenueId; paper: PaperNumber } => ({
  venue: SIM2SCIENCE,
  paper: paper as PaperNumber,
});

/** Something that must be refused and change nothing. */
function expectRefused(machine: Machine, code: ErrorCode, words: string, act: () => unknown): void {
  const before = dumpStore(machine, SIM2SCIENCE);
  expect(act).toThrow(expect.objectContaining({ code, message: expect.stringContaining(words) as string }));
  expect(dumpStore(machine, SIM2SCIENCE)).toEqual(before);
}

describe('an answer', () => {
  it('is on disk when saving returns: another process reads it at once', () => {
    const { ada } = makeScene();
    answer(ada, 12, 'summary', { kind: 'text', text: 'Größe $x^2$ 👍' });
    const other = makeMachine(ada.folder, ada.identity);
    expect(openPaper(other.deps, input(12)).draft).toMatchObject({
      answers: { summary: { kind: 'text', text: 'Größe $x^2$ 👍' } },
      status: 'draft',
      savedAt: '2026-05-10T09:00:00.000Z',
    });
  });

  it('takes the place of the one before, and is gone when cleared', () => {
    const { ada } = makeScene();
    for (const value of [1, 4]) answer(ada, 12, 'soundness', { kind: 'rating', value });
    expect(openPaper(ada.deps, input(12)).draft.answers).toEqual({ soundness: { kind: 'rating', value: 4 } });
    answerField(ada.deps, { ...input(12), field: 'soundness' as FieldId, answer: null });
    expect(openPaper(ada.deps, input(12)).draft).toMatchObject({ answers: {}, status: 'not-started' });
  });

  const misfits: readonly (readonly [string, string, Answer, ErrorCode, string])[] = [
    [
      'a score beyond the scale',
      'soundness',
      { kind: 'rating', value: 5 },
      'ANSWER_INVALID',
      'not on the scale',
    ],
    [
      'a text for a rating',
      'soundness',
      { kind: 'text', text: '4' },
      'ANSWER_INVALID',
      'takes a rating, not a text',
    ],
    [
      'a rating for a text',
      'summary',
      { kind: 'rating', value: 1 },
      'ANSWER_INVALID',
      'takes a text, not a rating',
    ],
    [
      'an option that is none',
      'presentation',
      { kind: 'choice', option: 'keynote' as FieldId },
      'ANSWER_INVALID',
      'not an option',
    ],
    [
      'a topic of another venue',
      'topics',
      { kind: 'topics', tags: [{ topic: 'biology' as never, weight: 'primary', fit: 1 }] },
      'ANSWER_INVALID',
      'not a topic of this venue',
    ],
    [
      'a field that the form does not have',
      'tostring',
      { kind: 'text', text: 'x' },
      'FIELD_NOT_FOUND',
      'no field tostring',
    ],
  ];
  it.each(misfits)('is refused and changes nothing: %s', (_what, field, value, code, words) => {
    const { ada } = makeScene();
    expectRefused(ada, code, words, () => {
      answer(ada, 7, field, value);
    });
  });

  it('is refused on a paper that is not mine, and on one that is not there', () => {
    const { ada } = makeScene();
    for (const paper of [31, 99]) {
      expectRefused(ada, 'PAPER_NOT_FOUND', `Paper ${paper} is not one of yours`, () => {
        answer(ada, paper, 'summary', { kind: 'text', text: 'x' });
      });
    }
  });

  it('is refused from an organizer who reviews nothing', () => {
    const { organizer } = makeScene();
    expectRefused(organizer, 'PAPER_NOT_FOUND', 'not one of yours', () => {
      answer(organizer, 7, 'summary', { kind: 'text', text: 'x' });
    });
  });
});

describe('a review that is ready', () => {
  it('stays so while its answers are changed for others as complete', () => {
    const { ada } = makeScene();
    answer(ada, 7, 'overall', { kind: 'rating', value: 1 });
    expect(openPaper(ada.deps, input(7)).draft).toMatchObject({ isReady: true, status: 'changed' });
  });

  it.each([
    ['cleared', null],
    ['made too short', { kind: 'text', text: 'short' }],
  ] as const)(
    'is a draft again when a required answer is %s, and not ready by itself when it is put back',
    (_how, value) => {
      const { ada } = makeScene();
      const before = openPaper(ada.deps, input(7)).draft.answers['summary' as FieldId] as Answer;
      const field = 'summary' as FieldId;
      expect(answerField(ada.deps, { ...input(7), field, answer: value }).isReady).toBe(false);
      expect(answerField(ada.deps, { ...input(7), field, answer: before })).toMatchObject({
        isReady: false,
        shortcomings: [],
      });
    },
  );

  it('is a draft again when that is taken back, and can be made ready again', () => {
    const { ada } = makeScene();
    expect(takeBack(ada.deps, input(7))).toMatchObject({ isReady: false, status: 'changed' });
    expect(markReady(ada.deps, input(7))).toMatchObject({ isReady: true, status: 'exported' });
  });

  it('cannot be one that lacks something; what it lacks is named', () => {
    const { ada } = makeScene();
    answer(ada, 12, 'summary', { kind: 'text', text: 'short' });
    expectRefused(ada, 'REVIEW_INCOMPLETE', '1 word, at least 30', () => markReady(ada.deps, input(12)));
  });

  it('is not made by taking back what was never begun', () => {
    const { ada } = makeScene();
    const before = dumpStore(ada, SIM2SCIENCE);
    expect(takeBack(ada.deps, input(12))).toMatchObject({
      isReady: false,
      status: 'not-started',
      savedAt: null,
    });
    expect(dumpStore(ada, SIM2SCIENCE)).toEqual(before);
  });
});
