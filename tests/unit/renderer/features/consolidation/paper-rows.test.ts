import { describe, expect, it } from 'vitest';
import { toAnswerRows } from '@renderer/features/consolidation/answer-rows';
import { describeCell } from '@renderer/features/consolidation/cell-words';
import { countPapers, filterPapers, rangeText } from '@renderer/features/consolidation/paper-rows';
import { findAgreedTopics } from '@renderer/features/consolidation/topics-agreed';
import type { FieldId } from '@shared/model/ids';
import { cellOf, paperOf, tag, venue, versionOf } from './consolidation-fixture';

const papers = [
  paperOf(7, 'Emulating the ocean', [cellOf('Ada', 5), cellOf('Ben', null)], ['emulators']),
  paperOf(12, 'A beamline', [cellOf('Chiara', 2, { state: 'conflict', isLate: true })], ['closed-loop']),
];
const numbers = (filter: 'all' | 'incomplete' | 'conflicts', query = ''): number[] =>
  filterPapers({ papers, venue }, filter, query).map((paper) => paper.number);

describe('the papers of the table', () => {
  it('are counted by what is to be done about them', () => {
    expect(countPapers(papers)).toEqual({ all: 2, incomplete: 1, conflicts: 1, lateReviews: 1 });
  });

  it('are found by number, title, topic and reviewer', () => {
    expect(numbers('all', '#12')).toEqual([12]);
    expect(numbers('all', 'OCEAN emul')).toEqual([7]);
    expect(numbers('all', 'closed-loop workflows')).toEqual([12]);
    expect(numbers('all', 'ben')).toEqual([7]);
    expect(numbers('all', 'ben beamline')).toEqual([]);
  });

  it('are narrowed to those that miss a review or have a conflict', () => {
    expect(numbers('incomplete')).toEqual([7]);
    expect(numbers('conflicts')).toEqual([12]);
  });

  it('say one score as one number', () => {
    expect(rangeText({ count: 2, mean: 4, lowest: 3, highest: 5 })).toBe('3–5');
    expect(rangeText({ count: 1, mean: 4, lowest: 4, highest: 4 })).toBe('4');
    expect(rangeText({ count: 0, mean: null, lowest: null, highest: null })).toBe('');
  });
});

it('says in a tooltip who gave which ratings, and what is odd about it', () => {
  const cell = cellOf('Ada', 5, { ratings: { overall: 5, soundness: 3 }, isLate: true, isAssigned: false });
  expect(describeCell(venue.form, cell)).toBe(
    'Ada (late, not assigned to this paper): Soundness 3 of 4, Overall recommendation 5 of 6',
  );
});

describe('the topics agreed', () => {
  it('are those that more than half of the received reviews tagged, primary ones first', () => {
    const reviews = [
      cellOf('Ada', 4, { topics: [tag('sbi', 'secondary'), tag('structure')] }),
      cellOf('Ben', 4, { topics: [tag('sbi', 'secondary'), tag('structure')] }),
      cellOf('Chiara', 4, { topics: [tag('sbi'), tag('pipelines')] }),
      cellOf('Dmitri', null),
    ];
    expect(findAgreedTopics(reviews)).toEqual([
      { topic: 'structure', count: 2, of: 3, isPrimary: true },
      { topic: 'sbi', count: 3, of: 3, isPrimary: false },
    ]);
  });

  it('are none while there is one review only', () => {
    expect(findAgreedTopics([cellOf('Ada', 4, { topics: [tag('sbi')] }), cellOf('Ben', null)])).toEqual([]);
  });
});

describe('the answers of a review', () => {
  const note = 'confidential' as FieldId;
  const summary = 'summary' as FieldId;
  const overall = 'overall' as FieldId;
  const old = 'an-old-field' as FieldId;
  const answers = {
    [old]: { kind: 'text' as const, text: 'from an older form' },
    [note]: { kind: 'text' as const, text: 'between us' },
    [summary]: { kind: 'text' as const, text: 'about' },
    [overall]: { kind: 'rating' as const, value: 4 },
  };

  it('come ratings first, then prose, then what only chairs read, then what the form does not know', () => {
    expect(
      toAnswerRows(venue.form, [versionOf('a', answers)]).map((row) => [row.id, row.isForChairs]),
    ).toEqual([
      [overall, false],
      [summary, false],
      [note, true],
      [old, true],
    ]);
  });

  it('show where two versions part', () => {
    const other = { ...answers, [overall]: { kind: 'rating' as const, value: 2 } };
    const rows = toAnswerRows(venue.form, [versionOf('a', answers), versionOf('b', other)]);
    expect(rows.filter((row) => row.isDifferent).map((row) => row.id)).toEqual([overall]);
  });
});
