import type { ReactNode } from 'react';
import type { RequestError } from '@renderer/bridge/client';
import { ErrorState } from '@renderer/ui/ErrorState';

/** Props of {@link RequestErrorState}. */
export interface RequestErrorStateProps {
  /** What failed: "The library could not be read". */
  readonly what: string;
  readonly error: RequestError;
  readonly onRetry?: (() => void) | undefined;
}

/** A place whose content main refused or could not give. */
export function RequestErrorState({ what, error, onRetry }: RequestErrorStateProps): ReactNode {
  return (
    <ErrorState what={what} why={error.message} next={error.detail} code={error.code} onRetry={onRetry} />
  );
}
