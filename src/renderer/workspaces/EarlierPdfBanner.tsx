import type { ReactNode } from 'react';
import { Banner } from '@renderer/ui/Banner';
import { Button } from '@renderer/ui/Button';

/** Says that the PDF on screen is not the one that the paper has now, and leads back to that. */
export function EarlierPdfBanner({ onLeave }: { readonly onLeave: () => void }): ReactNode {
  return (
    <Banner
      tone="warning"
      title="This is an earlier PDF of the paper"
      action={
        <Button size="small" onPress={onLeave}>
          Back to the current PDF
        </Button>
      }
    >
      It is kept for what you marked on it. Nothing can be marked here.
    </Banner>
  );
}
