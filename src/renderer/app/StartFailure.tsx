import type { ReactNode } from 'react';
import type { RequestError } from '@renderer/bridge/client';
import { ErrorState } from '@renderer/ui/ErrorState';

/** The whole window when not even the first request was answered. */
export function StartFailure({ error }: { readonly error: RequestError }): ReactNode {
  return (
    <main>
      <ErrorState
        what="Referee could not start"
        why={error.message}
        next={error.detail ?? 'Your reviews are on disk and were not touched.'}
        code={error.code}
        onRetry={() => window.location.reload()}
      />
    </main>
  );
}
