import type { ReactNode } from 'react';
import { useQuery } from '@renderer/bridge/queries';
import type { PaperNumber } from '@shared/model/ids';
import type { Venue } from '@shared/model/venue';
import { PaperPending } from './PaperPending';
import { ReviewDesk } from './ReviewDesk';

/** Props of {@link PaperReview}. */
export interface PaperReviewProps {
  readonly venue: Venue;
  readonly paper: PaperNumber;
  /** Unfolds the paper list; null where it is open. */
  readonly onShowList: (() => void) | null;
  readonly onClose: () => void;
}

/** One paper of mine: asked for, then read and reviewed. */
export function PaperReview({ venue, paper, ...props }: PaperReviewProps): ReactNode {
  const view = useQuery('paper.get', { venue: venue.id, paper });
  if (view.data !== undefined) return <ReviewDesk venue={venue} view={view.data} {...props} />;
  return <PaperPending paper={paper} error={view.error} onRetry={view.refetch} onClose={props.onClose} />;
}
