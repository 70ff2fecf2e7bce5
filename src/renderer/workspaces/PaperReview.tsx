import type { ReactNode } from 'react';
import { useQuery } from '@renderer/bridge/queries';
import { Button } from '@renderer/ui/Button';
import { ErrorState } from '@renderer/ui/ErrorState';
import { SkeletonRows } from '@renderer/ui/SkeletonRows';
import type { PaperNumber } from '@shared/model/ids';
import type { Venue } from '@shared/model/venue';
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
  if (view.error === null)
    return <SkeletonRows label={`Loading paper ${paper}`} count={12} rowHeightRem={2} />;
  const { message, detail, code } = view.error;
  return (
    <ErrorState
      what={`Paper #${paper} could not be opened`}
      why={message}
      next={detail}
      code={code}
      onRetry={view.refetch}
      action={<Button onPress={props.onClose}>All papers</Button>}
    />
  );
}
