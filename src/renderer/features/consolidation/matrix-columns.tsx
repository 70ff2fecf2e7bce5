import type { PaperRow, ReviewCell } from '@shared/contract/consolidation';
import type { ReviewForm } from '@shared/model/form';
import type { PersonId } from '@shared/model/ids';
import { describeCell } from './cell-words';
import type { PaperColumn } from './paper-column';
import { ReviewCells } from './ReviewCells';

/** More reviewers than this are not shown at once: a filter narrows them. */
export const MOST_REVIEWERS = 60;

/** A column for each reviewer of the papers, by name: papers x reviewers. */
export function matrixColumns(form: ReviewForm, papers: readonly PaperRow[]): readonly PaperColumn[] {
  return reviewersOf(papers)
    .slice(0, MOST_REVIEWERS)
    .map(([reviewer, name]) => {
      const cellOf = (paper: PaperRow): ReviewCell | undefined =>
        paper.reviews.find((cell) => cell.reviewer === reviewer);
      return {
        id: reviewer,
        title: shortName(name),
        fullTitle: name,
        width: '5rem',
        align: 'center',
        cell: (paper) => {
          const cell = cellOf(paper);
          return cell !== undefined && <ReviewCells reviews={[cell]} form={form} />;
        },
        text: (paper) => {
          const cell = cellOf(paper);
          return cell === undefined
            ? ''
            : String(cell.ratings[form.overallField] ?? describeCell(form, cell));
        },
        sortValue: (paper) => cellOf(paper)?.ratings[form.overallField] ?? null,
      };
    });
}

/** Who reviews some papers, by name. */
export function reviewersOf(papers: readonly PaperRow[]): readonly (readonly [PersonId, string])[] {
  const names = new Map(
    papers.flatMap(({ reviews }) => reviews.map(({ reviewer, reviewerName }) => [reviewer, reviewerName])),
  );
  return [...names].toSorted(([, a], [, b]) => a.localeCompare(b, 'en'));
}

/** `A. Lindqvist`: the last word of a name, after the first letter of the first. */
function shortName(name: string): string {
  const words = name.split(/\s+/u).filter(Boolean);
  const [first, last] = [words[0], words.at(-1)];
  if (first === undefined || last === undefined || words.length < 2) return name;
  return `${Array.from(first)[0] ?? ''}. ${last}`;
}
