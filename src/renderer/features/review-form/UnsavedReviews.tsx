import type { ReactNode } from 'react';
import { Banner } from '@renderer/ui/Banner';
import { Button } from '@renderer/ui/Button';
import { formatNames } from '../common/format';
import { useFailedSaves } from './failed-saves';

/** Reviews whose newest change is not on disk and whose forms are not on screen. Place it where it is always seen. */
export function UnsavedReviews(): ReactNode {
  const { failures, onScreen } = useFailedSaves();
  const hidden = failures.filter(({ session }) => !onScreen.includes(session));
  const [first] = hidden;
  if (first === undefined) return null;
  const papers = formatNames(hidden.map(({ paper }) => `#${paper}`));
  return (
    <Banner
      tone="danger"
      title={`Not saved: your ${hidden.length === 1 ? 'review' : 'reviews'} of ${papers}`}
      action={
        <Button
          size="small"
          kind="primary"
          onPress={() => {
            for (const { session } of hidden) session.retry();
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
