import type { ReactNode } from 'react';
import type { RequestError } from '@renderer/bridge/client';
import { Banner } from '@renderer/ui/Banner';

/** Props of {@link RequestErrorBanner}. */
export interface RequestErrorBannerProps {
  /** What did not happen: "Not exported". */
  readonly title: string;
  readonly error: RequestError;
  /** The next step: a small Button. */
  readonly action?: ReactNode;
  readonly onDismiss?: (() => void) | undefined;
}

/** A refused gesture, shown where the gesture was made. */
export function RequestErrorBanner({ title, error, action, onDismiss }: RequestErrorBannerProps): ReactNode {
  return (
    <Banner tone="danger" title={title} action={action} onDismiss={onDismiss}>
      {error.message}
      {error.detail !== null && <> {error.detail}</>}
    </Banner>
  );
}
