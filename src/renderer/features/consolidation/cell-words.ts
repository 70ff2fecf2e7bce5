import { Ban, CircleDashed, CircleDotDashed, Clock, ShieldAlert, Split, type LucideIcon } from 'lucide-react';
import type { ReviewCell } from '@shared/contract/consolidation';
import type { ReviewForm } from '@shared/model/form';
import { refusalText } from '@shared/rules/conflict-kinds';

/** Something about a review that a chair must see at a glance: an icon and a word. */
export interface CellMark {
  readonly id: 'missing' | 'draft' | 'conflict' | 'late' | 'declined' | 'interest';
  readonly icon: LucideIcon;
  readonly word: string;
}

/** The marks of a review, the gravest first. A review that is ready and in time has none. */
export function marksOf(cell: Pick<ReviewCell, 'state' | 'isLate' | 'refusal'>): readonly CellMark[] {
  const marks: CellMark[] = [];
  if (cell.state === 'conflict') marks.push({ id: 'conflict', icon: Split, word: 'conflict' });
  if (cell.state === 'missing') marks.push({ id: 'missing', icon: CircleDashed, word: 'missing' });
  if (cell.refusal?.kind === 'declined') marks.push({ id: 'declined', icon: Ban, word: 'declined' });
  if (cell.refusal?.kind === 'conflict')
    marks.push({ id: 'interest', icon: ShieldAlert, word: 'conflict of interest' });
  if (cell.state === 'draft') marks.push({ id: 'draft', icon: CircleDotDashed, word: 'draft' });
  if (cell.isLate) marks.push({ id: 'late', icon: Clock, word: 'late' });
  return marks;
}

/** Everything a table knows about one review, in a sentence: for a tooltip and for assistive tools. */
export function describeCell(form: ReviewForm, cell: ReviewCell): string {
  const ratings = form.fields.flatMap((field) => {
    const value = cell.ratings[field.id];
    if (field.kind !== 'rating' || value === undefined) return [];
    return [`${field.label} ${value} of ${Math.max(...field.scale.map((step) => step.value))}`];
  });
  const notes = [
    ...marksOf({ ...cell, refusal: null }).map((mark) => mark.word),
    ...(cell.refusal === null ? [] : [refusalText(cell.refusal)]),
    ...(cell.isAssigned ? [] : ['not assigned to this paper']),
  ];
  const about = notes.length === 0 ? cell.reviewerName : `${cell.reviewerName} (${notes.join(', ')})`;
  return ratings.length === 0 ? about : `${about}: ${ratings.join(', ')}`;
}
