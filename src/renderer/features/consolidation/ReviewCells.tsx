import type { ReactNode } from 'react';
import type { ReviewCell } from '@shared/contract/consolidation';
import type { ReviewForm } from '@shared/model/form';
import { VisuallyHidden } from '@renderer/ui/VisuallyHidden';
import { describeCell, marksOf } from './cell-words';
import styles from './consolidation-table.module.css';

/** Props of {@link ReviewCells}. */
export interface ReviewCellsProps {
  readonly reviews: readonly ReviewCell[];
  readonly form: ReviewForm;
}

/**
 * The reviews of one paper in a table cell: each its overall rating, and what is to be seen about it. Of a missing one
 * there is the icon only: the column beside it has the words.
 */
export function ReviewCells({ reviews, form }: ReviewCellsProps): ReactNode {
  return (
    <span className={styles['cells']}>
      {reviews.map((cell) => {
        const overall = cell.ratings[form.overallField];
        return (
          <span
            key={cell.reviewer}
            className={styles['review']}
            data-state={cell.state}
            title={describeCell(form, cell)}
          >
            <VisuallyHidden>{describeCell(form, cell)}. </VisuallyHidden>
            <span aria-hidden className={styles['marks']}>
              {cell.state !== 'missing' && cell.state !== 'refused' && <b>{overall ?? '–'}</b>}
              {marksOf(cell).map(({ id, icon: Icon, word }) => (
                <span key={id} className={styles['mark']} data-mark={id}>
                  <Icon />
                  {id !== 'missing' && word}
                </span>
              ))}
            </span>
          </span>
        );
      })}
    </span>
  );
}
