import type { ReactNode } from 'react';
import { Button } from '@renderer/ui/Button';
import { Dialog } from '@renderer/ui/Dialog';
import { TextField } from '@renderer/ui/TextField';

/** Props of {@link OutsideLink}. */
export interface OutsideLinkProps {
  /** The address that a paper's link names; null shows nothing. */
  readonly url: string | null;
  readonly onClose: () => void;
}

/**
 * A link out of a paper. Referee never follows one: a page that is visited may tell its owner who reviews the paper. The
 * address is there to be copied.
 */
export function OutsideLink({ url, onClose }: OutsideLinkProps): ReactNode {
  return (
    <Dialog
      isOpen={url !== null}
      isDismissable
      size="small"
      title="This link leads out of the paper"
      onClose={onClose}
      footer={
        <Button kind="primary" onPress={onClose}>
          Close
        </Button>
      }
    >
      <TextField
        label="Address"
        description="Referee opens no web page, since visiting one can tell the authors who reads their paper. Copy the address if you want to go there."
        value={url ?? ''}
        onChange={() => undefined}
        isReadOnly
        ref={(field) => {
          field?.select();
        }}
      />
    </Dialog>
  );
}
