import type { ReactNode } from 'react';
import { ErrorState } from '@renderer/ui/ErrorState';
import { toFailureWords } from './failure-words';
import { retryOpening } from './reader-actions';
import { useReader, useReaderStore } from './reader-store';

/** Why the paper is not shown and what now, in place of its pages. */
export function FailureMessage(): ReactNode {
  const store = useReaderStore();
  const failure = useReader((state) => state.failure);
  if (failure === undefined) return null;
  const { what, why, next, canRetry } = toFailureWords(failure.kind);
  return (
    <ErrorState
      what={what}
      why={why}
      next={next}
      code={failure.detail}
      {...(canRetry ? { onRetry: () => retryOpening(store) } : {})}
    />
  );
}
