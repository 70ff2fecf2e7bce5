import type { ReactNode } from 'react';
import { Banner } from '@renderer/ui/Banner';
import { Button } from '@renderer/ui/Button';
import { useFailedSaves } from './failed-saves';
import { formatFailures } from './writing-words';

/** Work whose newest change is not on disk and which is not on screen. Place it where it is always seen. */
export function UnsavedWork(): ReactNode {
  const { failures, onScreen } = useFailedSaves();
  const hidden = failures.filter(({ session }) => !onScreen.includes(session));
  const [first] = hidden;
  if (first === undefined) return null;
  return (
    <Banner
      tone="danger"
      title={`Not saved: ${formatFailures(hidden)}`}
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
