import type { ReactNode } from 'react';
import type { PaperNumber } from '@shared/model/ids';
import { Banner } from '@renderer/ui/Banner';
import { Button } from '@renderer/ui/Button';
import { formatNames } from '../common/format';

/** Props of {@link UnsavedBanner}. */
export interface UnsavedBannerProps {
  /** At least one. */
  readonly papers: readonly PaperNumber[];
  readonly retry: () => void;
}

/** Says that an export would lack what could not be saved, before anybody sends it as if it were all. */
export function UnsavedBanner({ papers, retry }: UnsavedBannerProps): ReactNode {
  return (
    <Banner
      tone="danger"
      title={`Not saved: your ${papers.length === 1 ? 'review' : 'reviews'} of ${formatNames(papers.map((paper) => `#${paper}`))}`}
      action={
        <Button size="small" kind="primary" onPress={retry}>
          Try again
        </Button>
      }
    >
      An export would lack your newest change. Save it first, or leave{' '}
      {papers.length === 1 ? 'that review' : 'those reviews'} out.
    </Banner>
  );
}
