import { describe, expect, it } from 'vitest';
import { toAnswerRows } from '@renderer/features/consolidation/answer-rows';
import { describeCell } from '@renderer/features/consolidation/cell-words';
import { countPapers, filterPapers, rangeText } from '@renderer/features/consolidation/paper-rows';
import type { FieldId, TopicId } from '@shared/model/ids';
import { EVERY_PAPER, type PaperFilter } from '@shared/model/table-view';
import { compareTopics, findAgreedTopics } from '@shared/rules/topics-agreed';
import { cellOf, paperOf, tag, venue, versionOf } from './consolidation-fixture';

const papers = [
  paperOf(7, 'Emulating the ocean', [cellOf('Ada', 5), cellOf('Ben', null)], ['emulators']),
  paperOf(12, 'A beamline', [cellOf('Chiara', 2, { state: 'conflict', isLate: true })], ['closed-loop']),
];
const passing = (filter: Partial<PaperFilter>): number[] =>
  filterPapers({ papers, venue }, { ...EVERY_PAPER, ...filter }).map((paper) => paper.number);
const numbers = (standing: PaperFilter['standing'], words = ''): number[] => passing({ standing, words });

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

  it('are narrowed by topic, whether the authors or a reviewer named it', () => {
    const tagged = paperOf(31, 'Equations', [cellOf('Ada', 4, { topics: [tag('emulators')] })]);
    const found = filterPapers(
      { papers: [...papers, tagged], venue },
      { ...EVERY_PAPER, topic: 'emulators' as TopicId },
    );
    expect(found.map((paper) => paper.number)).toEqual([7, 31]);
  });

  it('are narrowed by score and spread, and those without a score pass no bound', () => {
    const many = [
      paperOf(1, 'Wide', [cellOf('Ada', 1), cellOf('Ben', 6)]),
      paperOf(2, 'Narrow', [cellOf('Ada', 4), cellOf('Ben', 4)]),
      paperOf(3, 'Nothing yet', [cellOf('Ada', null)]),
    ];
    const pass = (filter: Partial<PaperFilter>): number[] =>
      filterPapers({ papers: many, venue }, { ...EVERY_PAPER, ...filter }).map((paper) => paper.number);
    expect(pass({ lowestMean: 3.5 })).toEqual([1, 2]);
    expect(pass({ lowestMean: 3.6 })).toEqual([2]);
    expect(pass({ highestMean: 3.5 })).toEqual([1]);
    expect(pass({ leastSpread: 0 })).toEqual([1, 2]);
    expect(pass({ leastSpread: 3 })).toEqual([1]);
  });

  it('are narrowed by what is to be done about them', () => {
    const many = [
      paperOf(1, 'Flagged', [cellOf('Ada', 3, { flags: ['ethics' as FieldId] })]),
      { ...paperOf(2, 'To discuss', [cellOf('Ada', 3, { isLate: true })]), needsDiscussion: true },
      { ...paperOf(3, 'Recommended', [cellOf('Ada', null)]), recommendations: ['poster'] },
    ];
    const pass = (standing: PaperFilter['standing']): number[] =>
      filterPapers({ papers: many, venue }, { ...EVERY_PAPER, standing }).map((paper) => paper.number);
    expect(pass('flagged')).toEqual([1]);
    expect(pass('discussion')).toEqual([2]);
    expect(pass('late')).toEqual([2]);
    expect(pass('unrecommended')).toEqual([1, 2]);
    expect(pass('complete')).toEqual([1, 2]);
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

  it('are set against those that the authors declared', () => {
    const reviews = [
      cellOf('Ada', 4, { topics: [tag('sbi'), tag('structure', 'secondary')] }),
      cellOf('Ben', 4, { topics: [tag('sbi')] }),
    ];
    expect(compareTopics(reviews, ['structure', 'pipelines'])).toEqual({
      added: ['sbi'],
      unconfirmed: ['pipelines'],
    });
    expect(compareTopics(reviews.slice(1), ['structure'])).toBeNull();
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
