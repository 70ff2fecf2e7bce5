import { describe, expect, it } from 'vitest';
import { annotate, removeAnnotation } from '@main/services/annotate';
import { openPaper } from '@main/services/library';
import { searchOwn } from '@main/services/search-own';
import { answerField } from '@main/services/save-draft';
import type { FieldId, PaperNumber } from '@shared/model/ids';
import { annotationId, makeContent } from '../support/annotation';
import { importAll, makeMachine, makeOrganizer, SIM2SCIENCE } from '../support/machine';

const venue = SIM2SCIENCE;
const paper = 7 as PaperNumber;

/** A reviewer with a note and a text on paper 7. */
function makeReviewer() {
  const { bundleOf } = makeOrganizer();
  const ada = makeMachine();
  importAll(ada, bundleOf('Ada Lindqvist'));
  const pdf = openPaper(ada.deps, { venue, paper }).paper.pdf.sha256;
  const content = makeContent({ pdf, comment: 'Which *prior* is meant?' });
  annotate(ada.deps, { venue, paper, id: annotationId('1'), content });
  const text = `${'Before it. '.repeat(30)}The prior\nis too wide, and the PRIOR of b is not said.`;
  answerField(ada.deps, { venue, paper, field: 'weaknesses' as FieldId, answer: { kind: 'text', text } });
  return ada;
}

const find = (ada: ReturnType<typeof makeMachine>, query: string, limit = 20) =>
  searchOwn(ada.deps, { venue, query, limit });

describe('searching what I wrote', () => {
  it('finds notes by comment and quote, and texts of reviews, with the words marked', () => {
    const ada = makeReviewer();
    const { hits, isCut } = find(ada, 'prior');
    expect(isCut).toBe(false);
    expect(hits.map(({ place }) => place)).toEqual(['Note, p. 4', 'Weaknesses']);
    const [note, review] = hits;
    expect([note?.note, note?.field, review?.note, review?.field]).toEqual([
      annotationId('1'),
      null,
      null,
      'weaknesses',
    ]);
    expect(review?.text.length).toBeLessThan(220);
    expect(review?.marks.map(([from, to]) => review.text.slice(from, to))).toEqual(['prior', 'PRIOR']);
    expect(find(ada, 'noise known').hits.map(({ note: id }) => id)).toEqual([annotationId('1')]);
  });

  it('asks for all words in one text, and for no more than the limit', () => {
    const ada = makeReviewer();
    expect(find(ada, 'prior meant wide').hits).toEqual([]);
    expect(find(ada, '  "" ').hits).toEqual([]);
    expect(find(ada, 'prior', 1)).toMatchObject({ hits: [{ place: 'Note, p. 4' }], isCut: true });
  });

  it('finds nothing that was removed', () => {
    const ada = makeReviewer();
    removeAnnotation(ada.deps, { venue, paper, id: annotationId('1') });
    expect(find(ada, 'meant').hits).toEqual([]);
  });
});
