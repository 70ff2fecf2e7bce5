import type { ReactNode } from 'react';
import type { RequestError } from '@renderer/bridge/client';
import { Button } from '@renderer/ui/Button';
import { ErrorState } from '@renderer/ui/ErrorState';
import { SkeletonRows } from '@renderer/ui/SkeletonRows';
import type { PaperNumber } from '@shared/model/ids';

/** Props of {@link PaperPending}. */
export interface PaperPendingProps {
  readonly paper: PaperNumber;
  /** Why it could not be opened; null while it is on its way. */
  readonly error: RequestError | null;
  readonly onRetry: () => void;
  readonly onClose: () => void;
}

/** A paper that was asked for and is not here yet, or cannot be opened. */
export function PaperPending({ paper, error, onRetry, onClose }: PaperPendingProps): ReactNode {
  if (error === null) return <SkeletonRows label={`Loading paper ${paper}`} count={12} rowHeightRem={2} />;
  return (
    <ErrorState
      what={`Paper #${paper} could not be opened`}
      why={error.message}
      next={error.detail}
      code={error.code}
      onRetry={onRetry}
      action={<Button onPress={onClose}>All papers</Button>}
    />
  );
}
