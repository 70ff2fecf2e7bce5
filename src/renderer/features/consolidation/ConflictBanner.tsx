import type { ReactNode } from 'react';
import { Banner } from '@renderer/ui/Banner';
import { Button } from '@renderer/ui/Button';

/** Props of {@link ConflictBanner}. */
export interface ConflictBannerProps {
  readonly versionCount: number;
  readonly reviewerName: string;
  readonly onCompare: () => void;
}

/** That the versions of a review part, and the way to compare and settle them. */
export function ConflictBanner({ versionCount, reviewerName, onCompare }: ConflictBannerProps): ReactNode {
  return (
    <Banner
      tone="warning"
      title={`${versionCount} versions of this review part`}
      isAnnounced={false}
      action={
        <Button
          size="small"
          onPress={onCompare}
          ariaLabel={`Compare versions of the review by ${reviewerName}`}
        >
          Compare versions
        </Button>
      }
    >
      They came from different copies of the same draft, say from two computers. Until one is kept, the review
      counts in no mean.
    </Banner>
  );
}
