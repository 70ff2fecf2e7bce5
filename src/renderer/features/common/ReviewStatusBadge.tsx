import type { ReactNode } from 'react';
import { StatusBadge } from '@renderer/ui/StatusBadge';
import type { ReviewStatus } from '@shared/model/review';
import { reviewStatusWords } from './review-status';

/** Props of {@link ReviewStatusBadge}. */
export interface ReviewStatusBadgeProps {
  readonly status: ReviewStatus;
  /** The icon alone, where the column is narrow; the word stays its name. */
  readonly isCompact?: boolean;
}

/** Where a reviewer is with a paper: an icon and a word. */
export function ReviewStatusBadge({ status, isCompact = false }: ReviewStatusBadgeProps): ReactNode {
  const { word, kind } = reviewStatusWords[status];
  return (
    <StatusBadge kind={kind} isCompact={isCompact}>
      {word}
    </StatusBadge>
  );
}
