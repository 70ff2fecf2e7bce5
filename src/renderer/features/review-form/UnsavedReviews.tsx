import type { ReactNode } from 'react';
import { Banner } from '@renderer/ui/Banner';
import { Button } from '@renderer/ui/Button';
import type { PaperNumber } from '@shared/model/ids';
import { formatNames } from '../common/format';
import { useFailedSaves } from './failed-saves';

/** Props of {@link UnsavedReviews}. */
export interface UnsavedReviewsProps {
  /** The paper whose form is on screen: it says itself when it is not saved. */
  readonly except: PaperNumber | null;
}

/** Reviews that are not on screen and whose newest change is not on disk. Place it where it is always seen. */
export function UnsavedReviews({ except }: UnsavedReviewsProps): ReactNode {
  const failures = useFailedSaves((state) => state.failures).filter(({ paper }) => paper !== except);
  const [first] = failures;
  if (first === undefined) return null;
  const papers = formatNames(failures.map(({ paper }) => `#${paper}`));
  return (
    <Banner
      tone="danger"
      title={`Not saved: your ${failures.length === 1 ? 'review' : 'reviews'} of ${papers}`}
      action={
        <Button
          size="small"
          kind="primary"
          onPress={() => {
            for (const failure of failures) failure.retry();
          }}
        >
          Try again
        </Button>
      }
    >
      {first.error.message} What you wrote is kept while this window is open.
    </Banner>
  );
}
