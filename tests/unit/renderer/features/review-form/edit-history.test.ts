import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toTextAnswer } from '@renderer/features/review-form/answer-values';
import { textChange } from '@renderer/ui/text-change';
import {
  caretAfter,
  emptyHistory,
  recordEdit,
  redoStep,
  undoStep,
  type EditHistory,
} from '@renderer/features/review-form/edit-history';
import type { FieldId } from '@shared/model/ids';
import type { Answer } from '@shared/model/review';

const summary = 'summary' as FieldId;

/** Types texts into one field, each `gapMs` after the one before. */
function typing(texts: readonly string[], gapMs = 100, start = emptyHistory): EditHistory {
  return texts.slice(1).reduce<EditHistory>(
    (history, after, index) =>
      recordEdit(history, {
        field: summary,
        before: toTextAnswer(texts[index] ?? ''),
        after: toTextAnswer(after),
        atMs: index * gapMs,
      }),
    start,
  );
}

/** Every prefix of a text, from the empty one. */
const keystrokes = (text: string): string[] =>
  [...Array(text.length + 1).keys()].map((end) => text.slice(0, end));

/** The texts that repeated undo passes through. */
function undone(history: EditHistory): (Answer | null)[] {
  const step = undoStep(history);
  return step === null ? [] : [step.to, ...undone(step.history)];
}

describe('the edit history', () => {
  it('takes a run of typing back as one', () => {
    expect(undone(typing(keystrokes('a good idea')))).toEqual([null]);
  });

  it('begins a new edit after a pause', () => {
    expect(typing(['', 'a', 'ab'], 1001).past).toHaveLength(2);
  });

  it('begins a new edit at a word once the run is long', () => {
    const steps = undone(typing(keystrokes('this sentence has a fair number of words in it')));
    expect(steps).toEqual(
      [
        toTextAnswer('this sentence has a fair number of words '),
        toTextAnswer('this sentence has a fair '),
        null,
      ].slice(-steps.length),
    );
    expect(steps.length).toBeGreaterThan(1);
  });

  it('keeps typing, deleting and pasting apart', () => {
    expect(typing(['', 'a', 'ab', 'a', 'a pasted phrase']).past).toHaveLength(3);
  });

  it('keeps fields apart', () => {
    const first = typing(['', 'a']);
    const edit = { field: 'strengths' as FieldId, before: null, after: toTextAnswer('b'), atMs: 1 };
    expect(recordEdit(first, edit).past).toHaveLength(2);
  });

  it('never joins two ratings', () => {
    const rate = (history: EditHistory, from: number, to: number): EditHistory =>
      recordEdit(history, {
        field: 'overall' as FieldId,
        before: { kind: 'rating', value: from },
        after: { kind: 'rating', value: to },
        atMs: 0,
      });
    expect(rate(rate(emptyHistory, 1, 2), 2, 3).past).toHaveLength(2);
  });

  it('forgets what was undone as soon as something new is done', () => {
    const step = undoStep(typing(['', 'a']));
    if (step === null) throw new Error('nothing to undo');
    expect(redoStep(typing(['', 'b'], 100, step.history))).toBeNull();
  });

  it('puts the caret behind what came back', () => {
    const step = undoStep(typing(['alpha beta gamma', 'alpha gamma'], 0));
    expect(step && caretAfter(step)).toBe('alpha beta '.length);
  });

  it('returns to every state it passed, and back again', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.string({ maxLength: 30 }), fc.nat(1500)), { maxLength: 40 }),
        (edits) => {
          let history = emptyHistory;
          let now = '';
          let atMs = 0;
          for (const [after, gap] of edits) {
            if (after === now) continue;
            atMs += gap;
            history = recordEdit(history, {
              field: summary,
              before: toTextAnswer(now),
              after: toTextAnswer(after),
              atMs,
            });
            now = after;
          }
          let value: Answer | null = toTextAnswer(now);
          for (let step = undoStep(history); step !== null; step = undoStep(history)) {
            expect(step.from).toEqual(value);
            ({ to: value, history } = step);
          }
          expect(value).toBeNull();
          for (let step = redoStep(history); step !== null; step = redoStep(history)) {
            ({ to: value, history } = step);
          }
          expect(value).toEqual(toTextAnswer(now));
        },
      ),
    );
  });
});

describe('the change between two texts', () => {
  it('rebuilds the second from the first', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (before, after) => {
        const { start, removed, inserted } = textChange(before, after);
        expect(before.slice(0, start) + inserted + before.slice(start + removed.length)).toBe(after);
      }),
    );
  });
});
