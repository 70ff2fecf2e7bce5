import type { ReactNode } from 'react';
import { Banner } from '@renderer/ui/Banner';
import { Button } from '@renderer/ui/Button';
import type { Writing } from './failed-saves';
import type { UnsavedOfVenue } from './use-unsaved';
import { formatWork } from './writing-words';

/** Props of {@link UnsavedBanner}. */
export interface UnsavedBannerProps {
  readonly what: Writing;
  /** At least one paper. */
  readonly unsaved: UnsavedOfVenue;
  /** What to do besides trying again, as a sentence. */
  readonly children: ReactNode;
}

/** Says that an export would lack what could not be saved, before anybody sends it as if it were all. */
export function UnsavedBanner({ what, unsaved, children }: UnsavedBannerProps): ReactNode {
  return (
    <Banner
      tone="danger"
      title={`Not saved: ${formatWork(what, unsaved.papers)}`}
      action={
        <Button size="small" kind="primary" onPress={unsaved.retry}>
          Try again
        </Button>
      }
    >
      An export would lack your newest change. {children}
    </Banner>
  );
}
